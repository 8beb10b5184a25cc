"""Words that stand in the samples and nowhere else. Who reads one has seen the sample."""

SEALED = "Verschlusssache"  # drafts, private media and applications of unit mo
INTERNAL = "Vereinsintern"  # the people of the sample organisation, and who comes to what
VIDEO = "raum-4711"  # the link of the video meeting, for those who joined
MAIL = "Postgeheimnis"  # what the outbox holds
REPORT = "Barrierenmeldung"
