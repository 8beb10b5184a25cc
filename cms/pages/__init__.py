"""Page types and the site's fixed frame: sections, legal pages, menus."""
