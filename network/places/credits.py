"""What the licences of the shipped data ask us to say wherever it is shown."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Credit:
    """A line of text and the addresses it must point to, each with the words to click on."""

    text: str
    links: tuple[tuple[str, str], ...]


CREDITS = (
    Credit(
        "Postleitzahlen: © OpenStreetMap-Mitwirkende, ODbL 1.0",
        (
            ("OpenStreetMap", "https://www.openstreetmap.org/copyright"),
            ("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"),
        ),
    ),
    Credit("© GeoBasis-DE / BKG 2016 (Daten verändert)", (("BKG", "https://www.bkg.bund.de"),)),
)
