"""Text in other languages than English is left alone; English is read, whatever it quotes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_shown import check_places

from linter.readers import read
from linter.readers.languages import Evidence, code_of, guess, languages, name_of

SENTENCES = {
    "Spanish": "La dosis habitual es de 2.5 mg una vez al día y los niños reciben 5.0 mg por la noche.",
    "French": "La dose habituelle est de 2,5 mg une fois par jour et les enfants reçoivent 5 mg avec le repas.",
    "German": "Die übliche Dosis ist 2,5 mg einmal täglich, und Kinder werden nicht mit mehr als 5 mg behandelt.",
    "Italian": "La dose abituale è di 2,5 mg una volta al giorno, anche per i bambini che sono più piccoli.",
    "Portuguese": "A dose habitual é de 2,5 mg uma vez por dia e não deve ser aumentada sem falar com o médico.",
    "Dutch": "De gebruikelijke dosis is 2,5 mg in de ochtend en kinderen worden niet met meer dan 5 mg behandeld.",
    "Swedish": "Den vanliga dosen är 2,5 mg en gång om dagen och barn får inte mer än 5 mg för natten.",
    "Danish": "Den sædvanlige dosis er 2,5 mg en gang om dagen, og børn skal ikke have mere end 5 mg efter maden.",
    "Norwegian": "Den vanlige dosen er 2,5 mg en gang om dagen, og barn skal ikke ha mer enn 5 mg etter maten.",
    "Finnish": "Tavallinen annos on 2,5 mg kerran päivässä, ja lapset eivät voi ottaa yli 5 mg, jos se ei ole tarpeen.",
    "Polish": "Zwykła dawka to 2,5 mg raz na dobę i nie należy jej zwiększać bez zgody lekarza lub farmaceuty.",
    "Czech": "Obvyklá dávka je 2,5 mg jednou denně a není vhodné ji zvyšovat, pokud není také jiný lék.",
    "Hungarian": "A szokásos adag naponta egy 2,5 mg-os tabletta, és nem szabad több mint 5 mg-ot bevenni.",
    "Romanian": "Doza obișnuită este de 2,5 mg pe zi și nu trebuie crescută dacă nu sunt indicații din partea medicului.",
    "Turkish": "Olağan doz günde bir kez 2,5 mg olarak verilir ve çocuklar için daha çok verilmesi uygun değil.",
    "Vietnamese": "Liều thông thường là 2,5 mg một lần mỗi ngày và không được dùng cho trẻ em khi có bệnh gan.",
    "Indonesian": "Dosis yang biasa adalah 2,5 mg sehari dan tidak boleh dinaikkan untuk anak dengan penyakit hati.",
    "Welsh": "Mae rhai pobl yn cael 2.5 mg y dydd, ac nid yw hyn wedi newid gan eich meddyg.",
    "Chinese": "常用剂量为每日一次2.5毫克，儿童每晚服用5.0毫克。",
    "Korean": "일반적인 용량은 하루 한 번 2.5 mg입니다.",
    "Russian": "Обычная доза составляет 2,5 мг один раз в день.",
    "Greek": "Η συνήθης δόση είναι 2,5 mg μία φορά την ημέρα.",
    "Arabic": "الجرعة المعتادة هي 2.5 ملغ مرة واحدة يوميا.",
    "Hebrew": "המינון הרגיל הוא 2.5 מ״ג פעם ביום.",
    "Hindi": "सामान्य खुराक दिन में एक बार 2.5 mg है।",
    "Thai": "ขนาดยาปกติคือ 2.5 มก. วันละครั้ง",
}
"""A sentence with a figure in each language, by the name that medlint gives the language."""


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_of_another_language_is_left_out(name: str) -> None:
    for suffix in (".md", ".txt", ".html"):
        document = read("a" + suffix, SENTENCES[name].encode())
        assert (document.blocks, document.left_out) == ((), ((name, 1),))


@pytest.mark.parametrize("name", SENTENCES)
def test_it_is_left_out_among_english_too(name: str) -> None:
    english = "The usual dose is 2.5 mg once a day, and it should not be raised without advice."
    document = read("a.md", f"# Doses\n\n{english}\n\n{SENTENCES[name]}\n\n{english}\n".encode())
    assert [block.text for block in document.blocks] == ["Doses", english, english]
    assert document.left_out == ((name, 1),)


READ = [
    "About 60% of people have joint pain.",
    "5.0 mg",
    "Dose: .5 mg nocte, 100 µg mane",
    "Contiene 100 µg",  # two words tell nothing
    "El Niño, Los Angeles and La Jolla saw 15% more cases.",
    "Patients with de Quervain disease, von Willebrand disease or van der Woude syndrome: 15%.",
    "Garcia de la Cruz M, van der Meer J, van den Berg P, et al. Lancet 2012;380:1234.",
    "The slogan “La salud es lo primero para todos los que viven con diabetes” reached 15% of the people who saw it.",
    "In vivo and in vitro, per os, de novo, et al., en bloc: 15%.",
    "The Greek letters α, β, γ and δ name 4 subtypes; TGF-β falls by 15%.",
    "Hypertension (高血压) is found in 15%.",
    "IL-6, IM, ALS, DIE and MIT: 15%",
    "SEINE UND NICHT MIT 5 mg",  # capitals tell nothing
    "| Médecins Sans Frontières | 15% |",
    "x\n\n15%",
    "",
]


@pytest.mark.parametrize("text", READ, ids=[text[:40] for text in READ])
def test_english_and_what_tells_nothing_is_read(text: str) -> None:
    document = read("a.txt", text.encode())
    assert document.left_out == ()
    assert "".join("".join(b.text.split()) for b in document.blocks) == "".join(text.split())


DECLARED = {
    "the page": ("a.html", '<html lang="es"><title>T</title><p>15%</p>', [], (("Spanish", 2),)),
    "the page, a region": ("a.html", '<html lang="es-MX"><p>15%</p>', [], (("Spanish", 1),)),
    "English": ("a.html", f'<html lang="en-GB"><p>{SENTENCES["French"]}</p>', [SENTENCES["French"]], ()),
    "nothing": ("a.html", f'<html lang=""><p>{SENTENCES["French"]}</p>', [], (("French", 1),)),
    "a template": ("a.html", '<html lang="{{ page.lang }}"><p>15%</p>', ["15%"], ()),
    "Latin": ("a.html", '<p lang="la">Vitis 15%</p>', ["Vitis 15%"], ()),
    "an element": ("a.html", '<p>16%</p><p lang="es">15%</p><p>17%</p>', ["16%", "17%"], (("Spanish", 1),)),
    "XHTML": ("a.xhtml", '<p>16%</p><p xml:lang="es">15%</p>', ["16%"], (("Spanish", 1),)),
    "an unknown code": ("a.html", '<p lang="qya">15%</p>', [], (("qya", 1),)),
    "English within": ("a.html", '<html lang="fr"><p>15%</p><p lang="en">16%</p>', ["16%"], (("French", 1),)),
    "deep": (
        "a.html",
        '<div lang="es"><ul><li>15%</li><li lang="en">16%<ul><li>17%</ul></li><li>18%</ul></div>19%',
        ["16%", "17%", "19%"],
        (("Spanish", 2),),
    ),
    "a cell": (
        "a.html",
        '<table><tr><th>A<th lang="es">B<tr><td>1%<td lang="es">2%</table>',
        ["A", "1%"],
        (("Spanish", 2),),
    ),
    "unclosed": ("a.html", '<div lang="es"><p>15%', [], (("Spanish", 1),)),
    "words within a sentence": (
        "a.html",
        '<p>They say <i lang="es">un 15 %</i> or <i lang="fr">Médecins</i>, 16%.</p>',
        ["They say \ufffc or Médecins, 16%."],
        (),
    ),
    "hreflang": ("a.html", '<p hreflang="es">15%</p>', ["15%"], ()),
    "lang": ("a.md", "---\nlang: es\n---\n\n15%\n", [], (("Spanish", 1),)),
    "language": ("a.md", "---\ntitle: T\nlanguage: 'pt-BR' # yes\n---\n\n15%\n", [], (("Portuguese", 2),)),
    "locale": ("a.md", "---\nlocale: zh_CN.UTF-8\n---\n\n15%\n", [], (("Chinese", 1),)),
    "a name": ("a.md", "+++\nlanguage = \"Español\"\n+++\n\n15%\n", [], (("Spanish", 1),)),
    "front matter in English": ("a.md", f"---\nlang: en\n---\n\n{SENTENCES['German']}\n", [SENTENCES["German"]], ()),
    "a language of programs": ("a.md", "---\nlanguage: python\n---\n\n15%\n", ["15%"], ()),
    "a key below": ("a.md", "---\nx:\n  lang: es\n---\n\n15%\n", ["15%"], ()),
    "not in front": ("a.md", "15%\n\nlang: es\n", ["15%", "lang: es"], ()),
    "HTML in Markdown": ("a.md", '16%\n\n<p lang="es">15%</p>\n\n17%\n', ["16%", "17%"], (("Spanish", 1),)),
}  # fmt: skip


@pytest.mark.parametrize("name", DECLARED)
def test_what_a_draft_says_of_its_language(name: str) -> None:
    path, source, texts, left_out = DECLARED[name]
    document = read(path, source.encode())
    assert [block.text for block in document.blocks] == texts
    assert document.left_out == left_out


def test_short_blocks_go_with_the_draft() -> None:
    page = "# 参考文献\n\n- Finch, A. (2014). Treating young people. *Pediatrics*, *134*(4).\n- Wren, B. (2019).\n"
    assert read("a.md", page.encode()).left_out == (("Chinese", 3),)
    page = "# References\n\n- 参考 15\n\nThe list is short, and it is not complete.\n"
    assert read("a.md", page.encode()).left_out == ()


def test_what_hung_on_it_hangs_on_what_is_above() -> None:
    page = '# A\n\n<h2 lang="es">B</h2>\n\n<p lang="es">C:</p>\n\n- one\n  - two\n\n### D\n\nE\n\n| x | y |\n|--|--|\n| 1 | 2 |\n'
    document = read("a.md", page.encode())
    shown = [(b.text, b.heading, b.parent) for b in document.blocks]
    assert shown[:5] == [("A", None, None), ("one", 0, None), ("two", 0, 1), ("D", 0, None), ("E", 3, None)]
    (table,) = document.tables
    assert [[document.blocks[cell].text for cell in row] for row in table.rows] == [["x", "y"], ["1", "2"]]
    assert document.blocks[table.intro].text == "E" if table.intro is not None else True


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("en", "en"), ("EN-us", "en"), ("eng", "en"), ("English", "en"), (" 'es' ", "es"), ("es_ES.UTF-8", "es"),
        ("zh-Hant-TW", "zh"), ("français", "fr"), ("中文", "zh"), ("", ""), ("und", ""), ("la", ""), ("x", ""),
        ("[en, es]", ""), ("{{ lang }}", ""), ("typescript", ""),
    ],
)  # fmt: skip
def test_codes(value: str, code: str) -> None:
    assert code_of(value) == code


# -- the data ---------------------------------------------------------------------------------


def test_no_strong_word_is_english() -> None:
    strong = {
        code: {w for w, says in languages().words.items() if (code, 2) in says} for code in languages().names
    }
    for code, words in strong.items():
        if code != "en":
            assert not words & strong["en"], code


def test_every_language_has_words_or_letters_and_a_name() -> None:
    known = languages()
    for code in known.names:
        words = [w for w, says in known.words.items() if any(c == code and worth == 2 for c, worth in says)]
        assert len(words) >= 7 or any(script.code == code for script in known.scripts), code
        assert name_of(code)[0].isupper()
    assert name_of("xx") == "xx"


PIECES = [*SENTENCES.values(), "The usual dose is 2.5 mg, and it should not be raised.", "15%", "", "Ω"]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
@settings(deadline=None)
def test_the_order_of_the_pieces_changes_no_verdict(texts: list[str]) -> None:
    assert guess(texts[::-1])[::-1] == guess(texts)


@given(st.text(max_size=80), st.text(max_size=80))
def test_evidence_adds_up(one: str, two: str) -> None:
    apart, together = Evidence(), Evidence()
    for text in (one, two):
        evidence = Evidence()
        evidence.add(text)
        apart.join(evidence)
        together.add(text)
    assert apart == together


@given(
    st.lists(
        st.sampled_from(
            [*PIECES, "# ", "\n\n", "- ", '<p lang="es">', "</p>", "<i lang=fr>", "| a | b |\n|--|--|\n"]
        ),
        max_size=20,
    )
)
@settings(deadline=None)
def test_places_hold(pieces: list[str]) -> None:
    for suffix in (".md", ".html", ".txt"):
        check_places(read("a" + suffix, "".join(pieces).encode()))
