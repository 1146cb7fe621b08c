"""Speed of a full reading as ratios to Kiwi alone, in one run, so that the figures hold on any machine.

    bench/speed.py                 all three measurements, exit 1 above any limit of bench/floors.toml
    bench/speed.py --rounds 9      more rounds, where other work disturbs the machine
    bench/speed.py --corpus FILE   the Korean texts of a JSONL corpus besides the golden ones and the samples

ratio   CPU time of full readings over CPU time of Kiwi on the same texts, text by text, median of the rounds
memory  peak memory of a process that reads over that of a process that runs Kiwi alone
growth  CPU time on a text twice as long over that on the text, worst of the shapes; 2 is linear
"""

from __future__ import annotations

import argparse
import gc
import json
import resource
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

BENCH = Path(__file__).parent
SHAPE_LENGTH = 16_000
ROUND_LENGTH = 40_000
"""Characters to which the articles of one round are repeated."""


def main() -> int:
    """Measure and compare with the limits."""
    options = _options()
    if options.memory:
        print(_memory_of(options.memory))
        return 0
    limits = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["speed"]
    ratio = time_ratio(options.rounds, options.corpus)
    measured = {"ratio": ratio, "memory": memory_ratio(), "growth": worst_growth(options.rounds)}
    for name, value in measured.items():
        print(f"{name:8}{value:6.2f}   limit {limits[name]}")
    too_much = [name for name, value in measured.items() if value > limits[name]]
    print(f"above the limit: {', '.join(too_much)}" if too_much else "within all limits")
    return 1 if too_much else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="rounds to take the median of (5)")
    parser.add_argument("--corpus", type=Path, action="append", default=[], help="a JSONL corpus to read as well")
    parser.add_argument("--memory", choices=["kiwi", "reader"], help=argparse.SUPPRESS)
    return parser.parse_args()


def encounter_articles(corpora: Sequence[Path] = ()) -> list[str]:
    """The texts of the golden corpus and the samples, and the Korean ones of further corpora."""
    samples = [file.read_text(encoding="utf-8") for file in sorted((BENCH.parent / "samples").glob("*.txt"))]
    files = [*sorted((BENCH / "golden").glob("*.jsonl")), *corpora]
    documents = [json.loads(line) for file in files for line in file.open(encoding="utf-8")]
    return samples + [document["text"] for document in documents if document.get("lang", "ko") == "ko"]


def kiwi_alone() -> Callable[[str], object]:
    """Kiwi as the reader uses it, without anything around it."""
    from hoedong.lang.ko import morphology  # noqa: PLC0415 - `--help` loads no Kiwi

    tokenize: Callable[[str], object] = morphology._kiwi().tokenize  # noqa: SLF001 - the reader's own, loaded once
    return tokenize


def full_reading() -> Callable[[str], object]:
    """The whole reader."""
    from hoedong import read  # noqa: PLC0415 - `--help` loads no reader

    return lambda text: read(text, published="2025-09-14", lang="ko")


def time_ratio(rounds: int, corpora: Sequence[Path]) -> float:
    """Median over the rounds of reader time by Kiwi time; a small corpus is repeated within a round."""
    texts, kiwi, reader = encounter_articles(corpora), kiwi_alone(), full_reading()
    characters = sum(map(len, texts))
    texts *= max(1, ROUND_LENGTH // characters)
    for work in (kiwi, reader):
        _cpu_seconds(work, texts)  # loads models and lexicons, and fills the caches of both
    ratios = [ratio_of_round(kiwi, reader, texts) for _ in range(rounds)]
    print(f"{characters} characters of articles; ratios {', '.join(f'{ratio:.2f}' for ratio in ratios)}")
    return statistics.median(ratios)


def ratio_of_round(kiwi: Callable[[str], object], reader: Callable[[str], object], texts: list[str]) -> float:
    """Reader time by Kiwi time, by turns on each text so that a slower moment of the machine slows both."""
    gc.collect()
    spent = {kiwi: 0.0, reader: 0.0}
    for number, text in enumerate(texts):
        for work in (kiwi, reader) if number % 2 else (reader, kiwi):
            spent[work] += _cpu_seconds(work, [text])
    return spent[reader] / spent[kiwi]


def _cpu_seconds(work: Callable[[str], object], texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def memory_ratio() -> float:
    """Peak memory of a reading process by that of Kiwi alone."""
    peak = {}
    for which in ("kiwi", "reader"):
        command = [sys.executable, __file__, "--memory", which]
        peak[which] = int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"peak memory: Kiwi alone {peak['kiwi'] // 1024} MB, reader {peak['reader'] // 1024} MB")
    return peak["reader"] / peak["kiwi"]


def _memory_of(which: str) -> int:
    """Peak resident memory of this process in KiB after its work."""
    work = kiwi_alone() if which == "kiwi" else full_reading()
    for text in encounter_articles():
        work(text)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def shapes() -> Iterator[tuple[str, str]]:
    """Texts that a matcher of more than linear cost would choke on, each to be repeated."""
    article = max(encounter_articles(), key=len)
    yield "articles", article + "\n\n"
    yield from (
        ("one line", " ".join(article.split()) + " "),
        ("titles", "한도윤 회장과 벤 카터 CEO, 레베카 스톤 대표, "),
        ("quotes", "“가 만나 "),
        ("brackets", "(한도윤 "),
        ("digits", "지난 11일 "),
        ("verbs", "만나 "),
        ("caption", "왼쪽부터 한도윤 회장, 문지호 사장, "),
    )


def _sentence(piece: str, length: int) -> str:
    """A page of the length made of one piece; its ends make it read as an article, not as furniture."""
    return "한도윤 가람전자 회장은 " + piece * (length // len(piece) + 1) + "벤 카터 CEO를 만났다."


def _clean_seconds(work: Callable[[str], object], text: str) -> float:
    """As `_cpu_seconds`, of one text, without the pauses of the garbage collector, which come in steps."""
    gc.collect()
    gc.disable()
    try:
        return _cpu_seconds(work, [text])
    finally:
        gc.enable()


def worst_growth(rounds: int) -> float:
    """The largest factor by which time grows on a text twice as long."""
    reader = full_reading()
    worst = 0.0
    for name, piece in shapes():
        short_text, long_text = (_sentence(piece, length) for length in (SHAPE_LENGTH, 2 * SHAPE_LENGTH))
        pairs = [(_clean_seconds(reader, short_text), _clean_seconds(reader, long_text)) for _ in range(rounds)]
        short, long = (min(times) for times in zip(*pairs, strict=True))
        print(f"growth {name:10}{long / short:6.2f}   {1e6 * long / len(long_text):6.1f} µs a character")
        worst = max(worst, long / short)
    return worst


if __name__ == "__main__":
    sys.exit(main())
