/** What the walk found, as one HTML file that can be sent to somebody: answers, names, pictures. */
import { readFileSync } from 'node:fs';

/** @param {{ captured: string[], answers: string[], pictures: { name: string, file: string }[] }} found @returns {string} */
export function demoReport({ captured, answers, pictures }) {
  const image = ({ name, file }) =>
    `<h2>${asHtml(name)}</h2><img alt="${asHtml(name)}" src="data:image/png;base64,${readFileSync(file).toString('base64')}">`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Vital Few</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:1100px;margin:2rem auto;padding:0 1rem}img{max-width:100%;border:1px solid #ccc}</style>
<h1>Vital Few</h1>
<h2>Answers</h2>
<ul>${answers.map((answer) => `<li>${asHtml(answer)}</li>`).join('')}</ul>
<h2>Captured</h2>
<ul>${captured.map((name) => `<li>${asHtml(name)}</li>`).join('')}</ul>
${pictures.map(image).join('\n')}
</html>
`;
}

function asHtml(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
