import { describe, expect, it } from 'vitest';
import { obstacleOf } from '@/src/domain/capture/obstacle';
import { createPageDom } from '@/src/domain/capture/page-dom';
import { openHtml } from '@/test/support/page';

describe('what stands before a page', () => {
  it.each([
    ['a form to log in', '<form><input type="password"></form>', 'Log in', 'login'],
    ['a captcha in a frame', '<iframe src="https://www.recaptcha.example/api"></iframe>', '', 'captcha'],
    ['a question in Chinese', '<p>x</p>', '请完成安全验证后继续访问', 'captcha'],
    ['a question in English', '<p>x</p>', 'Please verify that you are a human', 'captcha'],
    ['a captcha before a form to log in', '<div class="captcha"></div><input type="password">', '', 'captcha'],
    ['a page of its own with a form to log in', '<input type="password">', 'Our history. '.repeat(200), undefined],
    ['a contact form that is guarded', '<div class="g-recaptcha"></div>', 'Northwick Tools. '.repeat(200), undefined],
    ['nothing', '<p>Nothing here</p>', 'Nothing here', undefined],
  ])('%s', (_, html, text, expected) => {
    const { document, realm } = openHtml(`<body>${html}</body>`);
    expect(obstacleOf(createPageDom(document, realm), text)).toBe(expected);
  });
});
