"""A page of each kind, as one would write it, with a figure wherever text can stand, and where it is not shown.

Figures that readers see are told of people; those that must not be read stand beside the word NOT.
"""

from __future__ import annotations

import pytest

from linter.readers import read
from linter.readers.reading import Reading

PAGES = {
    "jekyll.md": (
        """---
title: Harrow fever
---
{% include nav.html width="NOT 10%" %}
About 11% {% if page.new %}of{% endif %} people have {{ page.word }} pain.
{% comment %} NOT 12% {% endcomment %}{% # NOT 13% %}

{% if site.long %}
And 14% of people
{% endif %}
have fever.

| Stage | Share |
|---|---|
{%- for row in site.rows %}
| early | 15% |
{%- endfor %}

- An item

  {% include figure.html src="NOT 16%" caption="About 17% of people" %}

{% highlight ruby %}
NOT 18%
{% endhighlight %}
{% raw %}Shown {{ as it }} stands, 19%{% endraw %}

In a sentence {% include tip.html text="20% of people" %} it goes on{: .wide width="NOT 21%" }.

[//]: # (NOT 22%)
`{{ "NOT 23%" }}` and {{ "24% of people" | markdownify }}
""",
        [
            "Harrow fever", "About 11% of people have \ufffc pain.", "And 14% of people\nhave fever.", "Stage", "Share", "early", "15%",
            "An item", "About 17% of people", "Shown {{ as it }} stands, 19%", "In a sentence it goes on.", "20% of people",
            "\ufffc and 24% of people",
        ],
        [" NOT 12% ", " NOT 13% ", "NOT 22%"],
    ),
    "hugo.md": (
        """+++
title = "Harrow fever"
+++
{{< callout type="NOT 10%" title="11% of people" >}}
About **12%** of people have it.
{{< /callout >}}

{{% note %}}About 13% of people.{{% /note %}} See [more]({{< ref "not-14" >}}).

{{< stat value="15%" label="of people have it" >}}
{{< stat "16%" "of people with a rash" "#NOT17" >}}

{{< figure src="x.png" width="NOT 18%" alt="19% of people" caption=`20% of "people"` >}}

{{< highlight go >}}
NOT 21%
{{< /highlight >}}
{{</* figure caption="NOT 22%" */>}} {{/* NOT 23% */}}

```
{{< figure caption="NOT 24%" >}}
```

Among {{< param "people" >}} it is 25%.
""",
        [
            "Harrow fever", "11% of people", "About 12% of people have it.", "About 13% of people. See more.", "15% of people have it",
            "16% of people with a rash", "19% of people", '20% of "people"', "Among \ufffc it is 25%.",
        ],
        [" NOT 23% "],
    ),
    "page.njk": (
        """{% extends "page.njk" %}
{% from "callout.njk" import callout %}
{% set width = "NOT 10%" %}{% set title = "11% of people" %}
{% block content %}
<h1 class="{{ wide }}">{{ title }} fever</h1>
<p>About {# NOT 12% #}13% {% if long %}of people{% else %}of adults{% endif %} have pain.</p>
{{ callout({
  heading: "Mind",
  classes: "NOT 14%",
  "HTML": "<p>About <b>15%</b> of people</p>

  <p>and 16%</p>",
  attributes: {style: "NOT 17%"}
}) }}
<p title="{{ f(text='NOT 18%') }}">{{ _("19% of people here") }} {{ callout({text: 'It\\'s 20% of people'}) }} so.</p>
{% verbatim %}<p>{{ 21% }}</p>{% endverbatim %}
{% endblock %}
""",
        [
            "11% of people", "\ufffc fever", "About 13% of people of adults have pain.", "Mind", "About 15% of people", "and 16%",
            "19% of people here so.", "It's 20% of people", "{{ 21% }}",
        ],
        [" NOT 12% "],
    ),
    "page.hbs": (
        """<article>{{!-- NOT 10% }} --}}
{{> head title="11% of people" width="NOT 12%"}}
{{#if long}}<p>About 13% of {{who}} people{{/if}} {{! NOT 14% }}have {{{pain}}}.</p>
<ul>{{#each rows as |row|}}<li>{{row}}: 15% of people</li>{{else}}<li>16%</li>{{/each}}</ul>
<a href="{{url}}" {{attributes}}>17%</a> <{{tag}} class="NOT 18%">19%</{{tag}}>
</article>
""",
        ["11% of people", "About 13% of \ufffc people have \ufffc.", "\ufffc: 15% of people", "16%", "17% 19%"],
        [" NOT 10% }} ", " NOT 14% "],
    ),
    "page.html.erb": (
        """<%# NOT 10% %><% title = "NOT 11%" %>
<% if long %>
<p>About 12% of <%= who %> people <%- if sure -%>have<%- end -%> pain.</p>
<% end %>
<%= render "callout", text: "13% of people", width: "NOT 14%" %>
<%= render(Card.new(heading: "15% of people")) do %><p>16%</p><% end %>
<%-- NOT 17% --%><p><%= link_to "18% of people say", path %></p>
""",
        ["About 12% of \ufffc people have pain.", "13% of people", "15% of people", "16%", "18% of people say"],
        [" NOT 10% ", " NOT 17% "],
    ),
    "page.mdx": (
        """import Tabs from '@theme/Tabs';
import {
  A, // NOT 10%

} from 'a';

export const meta = {title: "11% of people", width: "NOT 12%"};

# Fever {#fever}

<Tabs groupId="NOT 13%" render={() => <b>14% of people</b>}>
  <TabItem label="15% of people" width={"NOT 16%"}>

    About 17% of **people**.

    - 18% of people

    ```js
    const x = "NOT 19%";
    ```

  </TabItem>
</Tabs>

<Note>About 20% of people.</Note> And {/* NOT 21% */} {" "}more: {"22%"} of {`people ${n}`} {x | x > 23}.

{rows.map((row) => (
  <li key={row}>About <b>24%</b> of people don't {row} it</li>
))}

<Stat value="25%" label="of people have it" style={{width: "NOT 26%"}} />

<img src={x} width="NOT 27%" alt={"28% of people"} />

<div style={{width: "NOT 29%"}}>30% of people</div>

It is $\\frac{1}{2}$, and {/* NOT 31%

*/} 32%.
""",
        [
            "11% of people", "Fever", "14% of people", "15% of people", "About 17% of people.", "18% of people",
            "About 20% of people. And more: 22% of people \ufffc \ufffc.", "About 24% of people don't \ufffc it",
            "25% of people have it", "28% of people", "30% of people", "It is $\\frac{1}{2}$, and 32%.",
        ],
        [" NOT 21% ", " NOT 31%\n\n"],
    ),
    "quarto.qmd": (
        """---
title: Fever
---
::: {.callout-note title="10% of people" width="NOT 11%"}
About 12% of people.
:::

::: warning 13% of people
See @fig-a[, p. 14].
:::

```{r, fig.cap="15% of people", out.width="NOT 16%"}
#| fig-cap: "17% of people"
#| out-width: "NOT 18%"
x <- "NOT 19%"
```

Of [20%]{.underline} people `r 0.21` have it.

![22% of people](x.png){#fig-a fig-alt="23% of people" width=NOT24%}

{{< include _NOT25.qmd >}}
""",
        [
            "Fever", "10% of people", "About 12% of people.", "13% of people", "See @fig-a[, p. 14].", "15% of people",
            "17% of people", "Of [20%] people \ufffc have it.", "22% of people", "23% of people",
        ],
        [],
    ),
    "obsidian.md": (
        """> [!note] 10% of people
> About 11% of people.

> [!tip|NOT12]-
> About 13%.

It is ==14%== of [[people|them]] and [[others]]. ![[NOT 15.png|16]]

%% NOT 17% %% So 18%% and 19%% of it. ^block-1

%%
NOT 20%

NOT 21%
%%

[comment]: <> (NOT 22% (n=3))
""",
        ["10% of people", "About 11% of people.", "About 13%.", "It is 14% of them and others. \ufffc", "So 18%% and 19%% of it."],
        [" NOT 17% ", "\nNOT 20%\n\nNOT 21%\n", "NOT 22% (n=3)"],
    ),
    "mail.txt.liquid": (
        """Dear {{ name }},

About 10% {% if long %}of people{% endif %} have it.
{% comment %}
NOT 11%
{% endcomment %}
So do {{ "12% of people" }}.
""",
        ["Dear \ufffc,", "About 10% of people have it.\nSo do 12% of people."],
        ["\nNOT 11%\n"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_a_page(name: str) -> None:
    source, blocks, comments = PAGES[name]
    document = read(name, source.encode())
    assert [" ".join(b.text.split(" ")) for b in document.blocks] == blocks
    assert [each.text for each in document.comments] == comments


@pytest.mark.parametrize("name", PAGES)
def test_its_figures_stand_where_they_are_written(name: str) -> None:
    document = read(name, PAGES[name][0].encode())
    for block in document.blocks:
        at = block.text.find("%")
        while at >= 0:
            assert document.source[slice(*block.span(at - 2, at + 1))] == block.text[at - 2 : at + 1]
            at = block.text.find("%", at + 1)


NEAR_MISSES = [
    "A {{ stray, 10%.",
    "A {% stray, 10%.",
    "A {% of people: 10%} of it.",
    "A {# stray, 10%.",
    "The set {x | x > 0}, $\\frac{1}{2}$, $x_{{a}}$ and {50%}.",
    "It is 10%% of it, and 20 %% of that, and 30%%.",
    "A <% stray and 10% %>.",
    "Where a==b and c==d, 10%.",
    "A [[stray and 10%.",
    "Text ::: in a line, 10%.",
    "Import of goods, 10%.",
    "import of goods from abroad, 10%.",
    "A {/* comment of MDX */} elsewhere.",
]


@pytest.mark.parametrize("source", NEAR_MISSES)
def test_what_only_looks_like_a_sign_is_text(source: str) -> None:
    assert [block.text for block in read("a.md", source.encode()).blocks] == [source]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.njk", "<p>A {{ stray</p><p>10% {% if x %}of{% endif %} it</p>"),
        ("a.njk", "<p>A {% stray</p><p>10% {% if x %}of{% endif %} it</p>"),
        ("a.njk", "<p>A {% comment %} stray</p><p>10% {% if x %}of{% endif %} it</p>"),
        ("a.hbs", "<p>A {{#if stray</p><p>10% {{#if x}}of{{/if}} it</p>"),
        ("a.html.erb", "<p>A <% stray</p><p>10% <% if x %>of<% end %> it</p>"),
        ("a.md", "A {{ stray\n\n10% {{#if x}}of{{/if}} it"),
        ("a.mdx", "A {stray\n\n10% {/* x */}of it"),
        ("a.mdx", "A <Stray\n\n10% <B>of</B> it"),
        ("a.md", "A {{ don't\n\n10% {{ if x }}of{{ end }} it, don't }}"),
    ],
)
def test_what_nothing_closes_takes_nothing_with_it(name: str, source: str) -> None:
    assert any(block.text.startswith("10% of it") for block in read(name, source.encode()).blocks)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("page.njk", "html"),
        ("page.html.njk", "html"),
        ("page.md.liquid", "markdown"),
        ("page.en.html.erb", "html"),
        ("page.en.erb", "html"),
        ("page.MD.J2", "markdown"),
        ("mail.txt.erb", "text"),
        ("site.css.liquid", None),
        ("feed.xml.njk", None),
        ("play.yml.j2", None),
        ("page.pug.njk", None),
    ],
)
def test_an_ending_beneath_decides(name: str, kind: str | None) -> None:
    from linter.readers import SUFFIXES
    from linter.readers.template_words import ending

    assert SUFFIXES.get(ending(name)) == kind


def test_a_config_names_more_attributes() -> None:
    source = b'{{< fact claim="10% of people" pull-quote="20%" width="30%" >}}'
    assert read("a.md", source).blocks == ()
    blocks = read("a.md", source, Reading(prose_attributes=("claim", "pull_quote"))).blocks
    assert [block.text for block in blocks] == ["10% of people", "20%"]


@pytest.mark.parametrize(
    ("name", "source", "text"),
    [
        ("a.njk", "About {{ n }}% of it", "About \ufffc% of it"),
        ("a.njk", "About {{ n }}5% of it", "About \ufffc of it"),
        ("a.njk", "About 1{{ n }}5.5% of it", "About \ufffc of it"),
        ("a.njk", "About {{ n }}, 5% of it", "About \ufffc, 5% of it"),
        ("a.njk", "In 10{% if x %}%{% endif %} of it", "In 10% of it"),
        ("a.mdx", "About {n}5% of it", "About \ufffc of it"),
        ("a.mdx", "About {5}% of it", "About 5% of it"),
        ("a.html.erb", "About <%= n %>5% of it", "About \ufffc of it"),
    ],
)
def test_half_a_figure_is_none(name: str, source: str, text: str) -> None:
    assert [block.text for block in read(name, source.encode()).blocks] == [text]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ('<Stat value="60%" label="of people" />', ["60% of people"]),
        ('<Stat label="People in pain" value="60%" />', ["People in pain 60%"]),
        ('<Stat value="60%" width="3" />', []),
        ('<TabItem value="5-year" label="5-year survival" />', ["5-year survival"]),
        ('<TabItem value="stage-2" label="Stage 2" />', ["Stage 2"]),
        ('<Two title="Of people" text="60% of them" />', ["Of people", "60% of them"]),
    ],
)
def test_a_figure_and_its_label_are_one_statement(source: str, blocks: list[str]) -> None:
    assert [block.text for block in read("a.mdx", source.encode()).blocks] == blocks
