"""What holds of any text whatever with pieces of template languages in it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from reader_shown import check_places

from linter.readers import read

PIECES = """{% if x %}|{% else %}|{% endif %}|{% comment %}|{% endcomment %}|{% raw %}|{% endraw %}|{%|%}|{{|}}|{{{|{#|#}
{{ x }}|{{ "83% of all" }}|{{ f({text: "83% of all \\" people", html: '<p>a</p>'}) }}|{{< b title="83% of" >}}|{{% /b %}}
{{</* x */>}}|{{!-- c --}}|{{/* c */}}|<%|%>|<%= x %>|<%# c %>|<!--|-->|%%|==|==83%==|[[a|b]]|![[a]]|[//]: # (c)|:::|::: note T
> [!note] T|> |```{r, fig.cap="83% of"}|#| fig-cap: a b|```|`|~~~|{.a title="b c"}|{/*|*/}|{" "}|{|}|{x && <b>83%</b>}|<A b="c d" e={|/>|<A>
</A>|<>|</>|import a from 'b'|export const a = {title: "b c"}|$\\frac{1}{2}$|$|"|'|\\|<p>|</p>|<b a="|">|<img alt="|- |# |    |  | |a|é|83%|
| a | b ||--|--|""".replace("\n", "|").split("|")
PIECES += ["\r\n", "\n", "\n\n", "\n    ", "| a | b |\n|---|---|\n| c |", " |\n", "---\ntitle: x\n---\n"]

texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
ENDINGS = [".md", ".mdx", ".qmd", ".html", ".njk", ".md.liquid", ".html.erb", ".txt.ejs"]


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=texts)
def test_any_text(ending: str, text: str) -> None:
    # After a comment that nothing closes, a fence is text, and its caption stands before it as well as in it.
    assume("<!--" not in text or ("```" not in text and "~~~" not in text))
    document = read("draft" + ending, text.encode())
    assert document.source == text
    check_places(document)


WORDS = ["About", "83%", "of", "people", "with", "fever", "have", "pain."]
NOTHING = {
    ".md": ["{% if a %}", "{%- endif -%}", "{# b #}", "{% comment %}c{% endcomment %}", "{{< d >}}"],
    ".njk": ["{% if a %}", "{%- endif -%}", "{# b\n\n83 #}", "{{!-- c --}}", "{% set x = 'y z w' %}"],
    ".hbs": ["{{#if a}}", "{{/if}}", "{{! b }}", "{{~#each c as |d|}}", "{{/each~}}"],
    ".mdx": ["{/* 83% */}", "{}", "<A b={{c: '}'}} d='<'>", "</A>", "<B />", "<>", "</>"],
    ".html.erb": ["<% if a %>", "<%- end -%>", "<%# b %>", "<%-- c --%>"],
}


@pytest.mark.parametrize("ending", NOTHING)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_shows_nothing_never_changes_a_sentence(ending: str, data: st.DataObject) -> None:
    """Whether it stands at a word or within one."""
    source = WORDS[0]
    for word in WORDS[1:]:
        sign = data.draw(st.sampled_from(["", *NOTHING[ending]]))
        source += data.draw(st.sampled_from([f"{sign} {word}", f" {sign}{word}", f" {sign} {word}"]))
    document = read("draft" + ending, source.encode())
    assert [" ".join(block.text.split()) for block in document.blocks] == [" ".join(WORDS)]
