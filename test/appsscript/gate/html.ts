import { nodesOf, parseScript } from './syntax';

export const MOST_HTML = 1024 * 1024;

/**
 * What is wrong with Sidebar.html; nothing when HtmlService serves it as it is. It rewrites what it serves: comments inside template
 * literals go (react-google-apps-script #157), and so may what looks like one in a pattern.
 */
export function faultsOfHtml(html: string): string[] {
  const size = Buffer.byteLength(html);
  const found = /<script>([\s\S]*?)<\/script>\s*<\/body>\s*<\/html>\s*$/.exec(html);
  const markup = html.replace(found?.[1] ?? '', () => '');
  return [
    ...(size > MOST_HTML ? [`size: ${size} bytes, ${MOST_HTML} at most`] : []),
    ...(/<html[^>]*\slang="fr"/.test(html) ? [] : ['lang: the page is not said to be French']),
    ...(/^<!doctype html>/i.test(html) ? [] : ['doctype: none']),
    ...(markup.match(/<script/gi)?.length === 1 ? [] : ['script: not exactly one']),
    ...(html.match(/<\/script/gi)?.length === 1 ? [] : ['script: not exactly one end']),
    ...(found === null ? ['script: not a classic one at the end of the body'] : faultsOfScript(found[1] ?? '')),
    ...(html.includes('<!--') ? ['comment: <!--'] : []),
    ...(html.includes('<?') ? ['scriptlet: <?'] : []),
    ...(/\s(src|href|srcset|action|data)\s*=/i.test(markup) ? ['outside: an address in the markup'] : []),
    ...(/<(link|iframe|object|embed|img)\b/i.test(markup) ? ['outside: an element that fetches'] : []),
    ...(/@import|url\(/i.test(markup) ? ['outside: a style that fetches'] : []),
  ];
}

function faultsOfScript(code: string): string[] {
  const parsed = parseScript(code, 2022);
  if (typeof parsed === 'string') return [`syntax: ${parsed}`];
  return nodesOf(parsed.program).flatMap((node) => {
    if (node.type === 'TemplateElement' || node.type === 'TemplateLiteral') return ['template: a template literal'];
    if (
      node.type === 'Literal' &&
      'regex' in node &&
      node.regex &&
      /\/\/|\/\*/.test(node.regex.pattern.replace(/\\\//g, '/'))
    )
      return [`pattern: /${node.regex.pattern}/ looks like a comment`];
    if (node.type === 'ImportExpression') return ['outside: import()'];
    if (node.type === 'Literal' && typeof node.value === 'string' && /<\/script|<!--/i.test(node.raw ?? ''))
      return ['script: an end inside a text'];
    return [];
  });
}
