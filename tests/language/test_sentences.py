"""Where sentences end, in the texts that people write: a bar marks each end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlang.language.sentences import split_sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "marked",
    [
        # Titles, initials and abbreviations.
        "Find out more at example.org.|Ibuprofen can help.",
        "Dr. Patel will see you.|Mrs. O'Brien will not.",
        "His tutor was Dr. A. B. Cook.|He left in 1950.",
        "She has a Ph.D. in physics.|He has an M.D. from Yale.",
        "Bring snacks, water, etc.|The wait is long.",
        "They sell shoes, hats, etc. and have good prices.",
        "He works for Acme Inc.|The firm is in Ohio.",
        "The U.S. Senate met.|It did not vote.",
        "She lives in the U.S. and teaches law.",
        "The clinic is on Baker St.|It is open now.",
        "He was the son of Henry V.|He became king young.",
        "Use a spread, e.g. butter, and eat.",
        "Open on Fri. nights.|It is packed.",
        "The town (pop. 12,000) lies on the coast.",
        "It costs c. $10.|Bring cash.",
        # Numbers.
        "Take 0.5 mg at 8 a.m.|Take 1.5 mg at night.",
        "Her flight leaves at 8 a.m. Monday.",
        "Room No. 5 is free.|So is No. 7.",
        "I said no.|No one heard.",
        "I moved here in 1999.|20 people lived here.",
        "Bake it at 180.|3. Cool it.",
        "The risk was lower (ratio 0. 84, range 0. 75 to 0. 95).|That is good.",
        "We found a gap of 3. 5 points (range 1. 2 to 4. 8) after a year.",
        "Call 713.646.3490 or 1-800-555-0100 now.|It is free.",
        "See www.example.org/flu.|It has more.",
        # Short commands.
        "Call 911.|Act fast.",
        "Wait 4 hrs.|Give it again.",
        # Quotes and brackets.
        '"Are you coming?" she asked.|"No!"',
        '"Are you coming?"|"No," said Tom.',
        "He laughed ...|Then he cried.",
        "I ... I did not know.",
        'He called it "great."|I did not agree.',
        "“It’s over,” she said.|“We lost.”",
        "(See the list below.)|We meet on Monday.",
        "Rinse (do not swallow!) and spit.",
        "The plan failed.[3]|It was tried again.",
        "It helps most people.1|However, it is slow.2,3|Wait.",
        # What people write on the web.
        "I called twice... no answer!!|they are the WORST",
        "what fish can i keep?|i have a small tank",
        "Great service!|Will come back :)|Thanks, Bob",
        "Many people ache, i. e. , they cannot sleep.",
        "It harms the cells--i. e. , it kills them.",
        "call me.|we are at my place until 9 pm.|it cost $300.|we paid 50%.|i like my b-day.",
        "lol no.|i never said that.",
        # What goes before a small letter, a unit, a letter that names a kind.
        "It runs from Jan. to May and on Sun. and Mon. & Tue. nights.|Come early.",
        "We are open Mon.-Fri. 9 to 5.|It is a 10-min. walk.",
        "Wade in.|Swim 9 in. deep.|Pour in 250 ml.|Stir.|Heat it to 400 degrees F.|Serve.",
        "Some have hepatitis B.|Vaccines help.|Others have type O.|Donors are few.",
        "The firm was founded by C. W. Post.|It grew.",
        "People with MS.|Myelin is lost.|Show your ID.|Bring it to the VA.|Nurses check it.",
        "She felt ill.|Mary found a mass.|Breast lumps are common in Boston, Mass. and Peoria, Ill. too.",
        "No. of beds: 12.|No. B12 is free.|I said no.|Bob did not.",
        "Sir Alec Guinness, b. 1914, was an actor.|Mr. Will Park met him.",
        # Who spoke.
        "Where is it? she asked.|Under the stairs? said Tom.|Is it bad?|i asked my vet.",
        # Lines.
        "Best,|\nTom K.|\nLegal Dept.|\nRoom 9",
        "Let me know.|\n\nKay",
        "Here is what I need:|\n- your name|\n- the date",
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_says(marked: str) -> None:
    parts = marked.split("|")
    text = "".join(
        part if i == 0 or part[0] == "\n" else f" {part}" for i, part in enumerate(parts)
    )
    assert split(text) == [part.strip() for part in parts]


@given(st.text(alphabet="ab AB.!?…,\n\"')(0 1:-", max_size=60))
def test_sentences_hold_all_that_is_written_in_order(text: str) -> None:
    spans = split_sentences(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(
        text.split()
    )
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
