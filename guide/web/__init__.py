"""What stands between the browser and Streamlit; loaded before the first response, so small."""

from guide.web.addresses import ROOM_ADDRESSES, SCREENS
from guide.web.dutch_page import TITLE, DutchPage, content_policy, in_dutch, with_script
from guide.web.files import CompressOnce
from guide.web.later import Later

__all__ = [
    "ROOM_ADDRESSES",
    "SCREENS",
    "TITLE",
    "CompressOnce",
    "DutchPage",
    "Later",
    "content_policy",
    "in_dutch",
    "with_script",
]
