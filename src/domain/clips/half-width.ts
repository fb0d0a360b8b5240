/**
 * Full-width forms as the ones of ASCII, one character for one, so that places stay the same: ￥１２９ becomes ¥129.
 */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\uFFE5/g, '¥')
    .replace(/\uFFE1/g, '£')
    .replace(/[\u3000\t]/g, ' ');
}
