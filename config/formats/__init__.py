"""How each language writes dates, times and numbers; what a module leaves out is Django's own (FORMAT_MODULE_PATH).

Months are words and times run to 24 hours in all of them: "3.5." and "5/3" are different days to different people, and
half of the day is not worth an "am". `DATE_FORMAT` names the weekday, because people plan by it; `SHORT_DATE_FORMAT` is
for days that nobody goes anywhere on ("as of"). Leichte Sprache has the German ones: Django asks for `de` when there is
no `de_Simple`. Dates typed in forms are read as the language writes them and always as Germans do, since the letter or
poster somebody copies from is German. The Wagtail admin has formats of its own (WAGTAIL_DATE_FORMAT and the like).
"""
