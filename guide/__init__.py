"""Everything the gespreksleidraad knows; runs without a screen.

content_models, content     what the files in content/ hold, and their only reader
entries, models             the kinds of entry a session is made of, and their fixed words
fold, session               entries -> state; a session as everything else sees it
set_up, agenda, judgements, roadmap, time_budget    what the state means, computed
following, look_back, then_and_now                  the region over the years
conversation, follow_ups, descriptions              what the guide asks and says
shorthand, dutch_dates, privacy, library            what people type, and answers to it
official_text, own_copy     the official norm texts in somebody's own copy of a report
rules, sessions, store      what may be recorded, the verbs, the database
rounds, room, live          the room on its phones: rounds, their verbs, what a device may see
room_pages, web             the light pages for phones and projector, and what every page gets
minutes, one_page, run_book, empty_forms            documents as a tree of headings and tables
action_*, calendar_events, roadmap_picture          what goes to Excel (and back), calendar, picture
export                      the files made from all that: Word, Excel, calendar, picture, session
"""
