"""Invented operators for the demo's legal pages, and said to be invented.

Nobody here knows the register data of the real carriers, and the demo must not pose as their site.
"""

from cms.pages.legal_drafts import CarrierFacts, OperatorFacts

DEMO_OPERATORS = OperatorFacts(
    carriers=(
        CarrierFacts(
            name="Beispielträger Organisationen e.V. (erfunden, nur für die Demo)",
            address="Beispielweg 1\n60000 Beispielstadt",
            representatives="Alma Beispiel (Vorsitz)",
            email="organisationen@example.org",
            second_contact="Telefon 069 000000 (nicht vergeben)",
            register_court="Amtsgericht Beispielstadt",
            register_number="VR 0000",
            responsible="Alma Beispiel, Beispielweg 1, 60000 Beispielstadt",
        ),
        CarrierFacts(
            name="Beispielträger Lotsen e.V. (erfunden, nur für die Demo)",
            address="Beispielweg 2\n60000 Beispielstadt",
            representatives="Bela Beispiel (Vorsitz)",
            email="lotsen@example.org",
            second_contact="Telefon 069 000001 (nicht vergeben)",
            register_court="Amtsgericht Beispielstadt",
            register_number="VR 0001",
            responsible="Bela Beispiel, Beispielweg 2, 60000 Beispielstadt",
        ),
    ),
    hosting="In der Demo niemand: Sie läuft auf Ihrem eigenen Rechner.",
    registration_retention="In der Demo, bis Sie sie zurücksetzen.",
    application_retention="In der Demo, bis Sie sie zurücksetzen.",
    log_retention="In der Demo, bis Sie das Fenster schließen.",
    feedback_retention="Ein Jahr nach dem Eingang.",
)
