/** Texts that try to run, to lead somewhere, to end what they stand in, or to give orders to a terminal; each with what it is. */
export const PAYLOADS: Readonly<Record<string, string>> = {
  'a script element': '<script>alert(1)</script>',
  'the end of a script': '</script><script>alert(2)</script>',
  'the end of a title': '</title><script>alert(3)</script>',
  'the end of a listing': '</code></pre></textarea><img src=x onerror=alert(4)>',
  'an event attribute': '" onmouseover="alert(5)" x="',
  'an event attribute in single quotes': "' onfocus='alert(6)' autofocus='",
  'a script address': 'javascript:alert(7)',
  'a data address': 'data:text/html,<script>alert(8)</script>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of another kind
  'a template': '{{ 7*7 }}{% include "/etc/passwd" %}${7*7}<%= 7*7 %>',
  'a comment': '--><!-- <![CDATA[ ]]>',
  'an entity': '&lt;b&gt;&#x3c;&notit;',
  'line separators': 'a\u2028b\u2029c',
  'control characters': 'a\u0000b\u001b[31mc\u007fd\u0085e\u0007',
  'bidirectional overrides': 'a\u202egpj.exe\u2066b\u2069\u200f',
  'halves of a character': 'a\ud800b\udc00c',
  'a word of objects': '__proto__',
}
