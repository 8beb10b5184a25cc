"""English."""

from cms.pages.enums import Destination
from config.demo.content.parts import DemoText, action, external, figure, heading, points, programme, text
from config.demo.content.units import CENTRE, LOTSEN_NEWS

ENGLISH = {
    "": DemoText(
        title="Meet, learn, take part",
        introduction=(
            "You run an association, help people who have just arrived, or lead a family centre? You do not have to "
            "find out everything on your own. Here you meet others in Hesse who do the same."
        ),
        body=(
            heading("What you can do here"),
            points(
                "<b>Find events</b> and register, also for colleagues who have no email address",
                "<b>Get advice</b>, from the first idea to the final accounts",
                "<b>Join as an organisation</b> and register your people for meetings",
                "<b>Have every meeting in the calendar</b> on your phone, even when the time changes",
            ),
            action(
                "Your association or group is not here yet? The application takes a few minutes.",
                "Join",
                Destination.APPLY,
            ),
        ),
    ),
    "migrantenorganisationen": DemoText(
        title="Migrant organisations",
        introduction=(
            "Your association does a lot, nearly all of it in your free time. We advise you, bring you together with "
            "others and show you how to find rooms, money and people who listen."
        ),
        body=(
            text(
                "This part of the network is run by beramí e.V. It is for associations and groups led by people whose "
                "families came to Germany. It does not matter how big you are, or whether you are a registered "
                "association yet."
            ),
            heading("What you can ask us"),
            points(
                "We would like to found an association. What are statutes, and who writes them?",
                "We have an idea but no money. Who funds things like this?",
                "Our grant has been approved. How do we keep accounts without making mistakes?",
                "We want to have a say in our town. Who should we talk to first?",
            ),
            action("Meetings and workshops are open to every association.", "See events", Destination.EVENTS),
            action("As a member you register your people in a few clicks.", "Join", Destination.APPLY),
        ),
    ),
    "migrantenorganisationen/beratung": DemoText(
        title="Advice for associations",
        introduction="A conversation about your own question. It is free of charge and stays between us.",
        body=(
            heading("How it works"),
            points(
                "You write or call and tell us what it is about. Two sentences are enough.",
                "We suggest a time: at our office, at yours, or on screen. Evenings are fine.",
                "Together we find the next step. Sometimes it is an address, sometimes a draft.",
                "Later we ask whether it worked.",
            ),
            heading("Common questions"),
            points(
                "Founding an association, its statutes (its rules) and charitable status",
                "Finding grants, applying for them and accounting for them",
                "Planning projects, sharing out the work, finding volunteers",
                "Talking with schools, public offices and politicians",
            ),
            text(
                "Your association runs a small project and employs nobody? Then the state programme WIR may have money "
                "for you. We go through the numbers with you."
            ),
        ),
    ),
    "wir-lotsinnen": DemoText(
        title="WIR guides",
        introduction=(
            "Guides know the way because they have walked it themselves. We advise the organisations they volunteer "
            "with, and see to it that their training is good."
        ),
        body=(
            text(
                "This part of the network is run by lagfa Hessen e.V. in Offenbach. It is for associations, charities "
                "and towns that have a guide project or want to start one, and for the guides themselves. In German "
                "the guides are called <i>Lots*innen</i>."
            ),
            figure(
                "more than 1,100",
                "WIR guides are active in 56 places",
                as_of="2025-11-07",
                source=(
                    "Kompetenzzentrum Vielfalt Hessen",
                    f"{LOTSEN_NEWS}/vernetzungstreffen-der-wir-lots-innen-projekte-am-7.11/",
                ),
            ),
            heading("What you can ask us"),
            points(
                "We have a project and would like to know how others do it.",
                "We are planning a project and need somebody to think it through with.",
                "We are looking for people who can teach our guides.",
                "We want to apply for money or account for it, and do not understand the form.",
            ),
            action("The projects meet in all parts of Hesse.", "See events", Destination.EVENTS),
        ),
    ),
    "wir-lotsinnen/was-lotsinnen-tun": DemoText(
        title="What guides do",
        introduction="They show the way. People walk it themselves, but not alone.",
        body=(
            points(
                "go along to a public office and explain what happens there",
                "help to register a child for nursery or school",
                "say which advice centre is the right one",
                "listen and encourage, in your own language",
            ),
            text(
                "Guides are volunteers. They do not replace a lawyer, a doctor or a social worker. They are not "
                "permanent companions either: their help has a beginning and an end."
            ),
            heading("Well prepared"),
            text(
                "First comes a basic course of 20 to 36 lessons of 45 minutes each. After that there are seminars, and "
                "conversations in which guides can talk about what weighs on them."
            ),
            external(
                "Questions and answers (in German)",
                f"{CENTRE}/integrationslotsen/faq/",
                provider="Kompetenzzentrum Vielfalt Hessen",
                why="What organisations ask most often.",
            ),
        ),
    ),
    "kompetenzzentrum": DemoText(
        title="Who we are",
        introduction="Two associations, one aim: that volunteers in Hesse are well advised and well connected.",
        body=(
            text(
                "The Kompetenzzentrum Vielfalt Hessen (centre for diversity) began in the summer of 2017. The state of "
                "Hesse pays for it. All over the state it helps volunteers who make it easier to arrive and to belong: "
                "with advice, with training and with occasions to meet.",
            ),
            heading("Who does what"),
            points(
                "<b>beramí e.V.</b> in Frankfurt supports migrant organisations.",
                "<b>lagfa Hessen e.V.</b> in Offenbach supports the organisations that WIR guides volunteer with.",
            ),
            programme(
                "Kompetenzzentrum Vielfalt Hessen",
                "running",
                "beramí leads the project and works with lagfa. The grant of 2022 runs until 2025.",
                as_of="2025-05-31",
                source=("lagfa Hessen", "https://lagfa-hessen.de/treffen-der-wir-lotsinnen-projekte-in-kassel"),
            ),
            action("", "Events of both", Destination.EVENTS),
        ),
    ),
}
