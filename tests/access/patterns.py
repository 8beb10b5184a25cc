"""Every address the site knows, read from its URLconf."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import URLPattern, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from django.utils import translation


@dataclass(frozen=True)
class Route:
    """`name` is what reverse() takes; a pattern without one is called by its path in angle brackets."""

    name: str
    pattern: str
    parameters: tuple[str, ...] = ()
    is_translated: bool = False

    def path(self, arguments, language):
        """The address with its parameters filled in: by name from a mapping, by place from a tuple.

        A pattern without a name is its own address, unless `arguments` is one.
        """
        with translation.override(language):
            if isinstance(arguments, str):
                return arguments
            if self.name.startswith("<"):
                prefix = f"{language}/" if self.is_translated and language != settings.LANGUAGE_CODE else ""
                return f"/{prefix}{self.pattern}"
            if isinstance(arguments, tuple):
                return reverse(self.name, args=arguments)
            return reverse(self.name, kwargs={name: arguments[name] for name in self.parameters})


def site_routes(urlconf=None):
    """All routes, included ones too, in the order Django tries them. A pattern that stands there twice is one."""
    return list(dict.fromkeys(_walk(get_resolver(urlconf), Route("", ""))))


def _walk(resolver, above):
    for entry in resolver.url_patterns:
        is_prefix = isinstance(entry.pattern, LocalePrefixPattern)
        own = "" if is_prefix else str(entry.pattern)
        pattern = above.pattern + (own.removeprefix("^") if above.pattern else own)  # as Django joins them
        parameters = (*above.parameters, *entry.pattern.regex.groupindex)
        is_translated = above.is_translated or is_prefix
        if isinstance(entry, URLPattern):
            name = f"{above.name}{entry.name}" if entry.name else f"<{pattern}>"
            yield Route(name, pattern, parameters, is_translated)
        else:
            namespace = f"{above.name}{entry.namespace}:" if entry.namespace else above.name
            yield from _walk(entry, Route(namespace, pattern, parameters, is_translated))
