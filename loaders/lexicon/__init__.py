"""What is known beforehand, as data: cities, agencies, organisations, platforms, groups, decision phrases and headings.

Always true: a new platform, city or agency is a line in a TOML file and needs no Python; every entry is frozen.
``data`` reads the files; ``bodies`` and ``platforms`` hold who there is, the other modules what is said. A module and
its TOML file have one name.
"""
