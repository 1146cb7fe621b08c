"""What the gate saves on a mix in which one article in ten tells of an encounter, and that it loses none.

    bench/gate.py                  measure, exit 1 under the least factor of bench/floors.toml or where one was lost
    bench/gate.py --rounds 9       more rounds, where other work disturbs the machine
    bench/gate.py --lost-only      no times: compare what is found with the gate and without, in the corpora too

factor  CPU time of Kiwi alone over CPU time of gated reading of the same mix, median of the rounds
The nine others come from ordinary_news.tsv: weather, markets, sport …, some with a false trigger, some with names.
"""

from __future__ import annotations

import argparse
import csv
import random
import statistics
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from accuracy import CORPORA
from speed import BENCH, encounter_articles, kiwi_alone, ratio_of_round

SEED = 20_260_314
ARTICLES = 200
ONE_IN = 10
_TOWNS = ("춘천", "목포", "강릉", "통영", "제천", "김천")
_BYLINE = "\n\n새누리소식 {name} 기자 desk@news.example"
_REPORTERS = ("표가온", "설누리", "빈다온")


def main() -> int:
    """Measure, compare, tell."""
    options = _options()
    lost = [f"{where}: {what}" for where, what in lost_encounters()]
    print("\n".join(lost) or "no encounter was lost")
    if options.lost_only:
        return 1 if lost else 0
    least = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["gate"]["factor"]
    factor = speed_factor(options.rounds)
    print(f"factor  {factor:6.2f}   at least {least}")
    return 1 if lost or factor < least else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="rounds to take the median of (5)")
    parser.add_argument("--lost-only", action="store_true", help="only compare what is found")
    return parser.parse_args()


def mixed_articles(count: int = ARTICLES) -> list[str]:
    """The mix: each tenth tells of an encounter, the nine before it do not; always the same."""
    chance = random.Random(SEED)  # noqa: S311 - synthetic data
    told = encounter_articles()
    ordinary = ordinary_articles(chance)
    return [told[at // ONE_IN % len(told)] if at % ONE_IN == ONE_IN - 1 else next(ordinary) for at in range(count)]


def ordinary_articles(chance: random.Random) -> Iterator[str]:
    """Articles of ordinary news without end: genre by genre, its paragraphs in a drawn order."""
    paragraphs = _paragraphs()
    while True:
        for genre in sorted({genre for genre, _ in paragraphs}):
            body = list(paragraphs[genre, "body"])
            chance.shuffle(body)
            told = "\n\n".join([chance.choice(paragraphs[genre, "headline"]), *body])
            yield _filled(told, chance) + _BYLINE.format(name=chance.choice(_REPORTERS))


def _filled(text: str, chance: random.Random) -> str:
    while "{n}" in text:
        text = text.replace("{n}", str(chance.randrange(2, 90)), 1)
    return text.replace("{day}", str(chance.randrange(1, 29))).replace("{city}", chance.choice(_TOWNS))


def _paragraphs() -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    lines = (BENCH / "ordinary_news.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        found.setdefault((row["genre"], row["part"]), []).append(row["text"])
    return found


def speed_factor(rounds: int) -> float:
    """Median over the rounds of Kiwi's time by that of gated reading."""
    texts, kiwi, gated = mixed_articles(), kiwi_alone(), gated_reading()
    for text in texts:  # loads models and lexicons, and fills the caches of both
        kiwi(text)
        gated(text)
    factors = [1 / ratio_of_round(kiwi, gated, texts) for _ in range(rounds)]
    print(f"{sum(map(len, texts))} characters in {len(texts)} articles; {_shares(texts)}")
    print(f"factors {', '.join(f'{factor:.2f}' for factor in factors)}")
    return statistics.median(factors)


def gated_reading() -> Callable[[str], object]:
    """The reader behind the gate."""
    from hoedong.reader import read_document  # noqa: PLC0415 - `--help` loads no reader

    return lambda text: read_document(text, published="2025-09-14", lang="ko", gate=True)


def _shares(texts: list[str]) -> str:
    from hoedong.extract.gate import is_gated  # noqa: PLC0415 - as above
    from hoedong.reader import read_document  # noqa: PLC0415

    stopped = sum(is_gated(read_document(text, lang="ko", gate=True)) for text in texts)
    return f"{stopped} stopped at the gate"


def lost_encounters() -> Iterator[tuple[str, str]]:
    """Encounters that the complete reader finds and the reader behind the gate does not, in the mix and the corpora."""
    from hoedong.reader import read_document  # noqa: PLC0415 - as above

    pages = [(f"mix {number}", text, "2025-09-14") for number, text in enumerate(mixed_articles())]
    for corpus in CORPORA:
        if corpus.path.exists():
            documents = corpus.documents()
            pages += [(f"{corpus.name} {page['id']}", page["text"], page.get("published", "")) for page in documents]
    for where, text, published in pages:
        full, behind = (
            read_document(text, published=published or None, lang="ko", gate=gate).encounters for gate in (False, True)
        )
        if full != behind:
            yield where, f"{len(full)} encounters, {len(behind)} behind the gate"


if __name__ == "__main__":
    sys.exit(main())
