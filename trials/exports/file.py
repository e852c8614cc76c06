"""The formats that a list can be had in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import IO

from trials.exports import bibtex_file, csv_file, fhir, json_file, ris_file, xlsx_file
from trials.exports.about import about
from trials.exports.order import Order
from trials.exports.selection import rows_of, studies_of
from trials.models import Edition
from trials.models.time_limit import unlimited, without_limit

CHUNK = 64 * 1024


class Format(StrEnum):
    """Names of the formats, as they stand at the end of an address."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    RIS = "ris"
    BIBTEX = "bib"
    FHIR = "fhir.json"

    @property
    def has_columns(self) -> bool:
        """Whether columns and rows can be chosen; the others have one entry a study."""
        return self in (Format.CSV, Format.XLSX, Format.JSON)


CONTENT_TYPES = {
    Format.CSV: csv_file.CONTENT_TYPE,
    Format.XLSX: xlsx_file.CONTENT_TYPE,
    Format.JSON: json_file.CONTENT_TYPE,
    Format.RIS: ris_file.CONTENT_TYPE,
    Format.BIBTEX: bibtex_file.CONTENT_TYPE,
    Format.FHIR: fhir.CONTENT_TYPE,
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to hand over: ``parts`` are made as they are read."""

    name: str
    content_type: str
    parts: Iterable[bytes]


def file_of(order: Order, form: Format, edition: Edition, *, now: datetime) -> File:
    """The order's file in this format, as of now."""
    day = now.date().isoformat()
    with unlimited():  # an Excel file is whole before its first byte
        parts = _parts(order, form, edition, now)
    return File(
        name=f"als-stem-cell-trials-{day}.{form}",
        content_type=CONTENT_TYPES[form],
        parts=without_limit(parts),
    )


def _parts(order: Order, form: Format, edition: Edition, now: datetime) -> Iterable[bytes]:
    today = now.date()
    match form:
        case Format.CSV:
            return csv_file.csv_of(order)
        case Format.XLSX:
            said = about(order, edition, today=today)
            return _chunks(xlsx_file.xlsx_file(rows_of(order), order.columns, said))
        case Format.JSON:
            said = about(order, edition, today=today)
            return json_file.json_bytes(rows_of(order), order.columns, said)
        case Format.RIS:
            return ris_file.ris_bytes(studies_of(order), today=today)
        case Format.BIBTEX:
            return bibtex_file.bibtex_bytes(studies_of(order), today=today)
        case Format.FHIR:
            return fhir.bundle_bytes(studies_of(order), now=now)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk
