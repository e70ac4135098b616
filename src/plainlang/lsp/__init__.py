"""The language server: findings, meanings and mends in an editor, while a page is written.

`documents`, `places`, `disable` and `hovers` know no protocol; `answers` and `server` speak it.
Reads configs and rules from disk, pages only as the editor sends them; writes nothing.
"""
