"""Everything the gespreksleidraad knows; runs without a screen.

content_models, content     what the files in content/ hold, and their only reader
entries, models             the kinds of entry a session is made of, and their fixed words
fold, session               entries -> state; a session as everything else sees it
set_up, agenda, judgements, roadmap, time_budget    what the state means, computed
conversation, follow_ups, phrases                   what the guide asks and says
shorthand, dutch_dates, privacy, library            what people type, and answers to it
rules, sessions, store      what may be recorded, the verbs, the database
minutes, export             the minutes as a tree, and the files made from it
"""
