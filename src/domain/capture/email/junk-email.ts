/** Endings of files that stand after an @ in names of pictures (`logo@2x.png`) and packages. */
const FILE_END =
  /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|css|scss|m?js|jsx?|tsx?|json|xml|html?|php|aspx?|pdf|docx?|zip|woff2?|ttf|eot|map|mp[34]|webm)$/;
const PLACEHOLDER_DOMAIN =
  /@(?:[\w-]{1,60}\.)*(?:(?:your|my|deine?|ihre?|mein)-?(?:domain|company|firma|site|website|email|mail)\.[a-z]{2,6}|(?:domain|domaine|email|mysite|website|site|company|test|xxx+|xyz|abc|host|mail)\.(?:com|de|tld|ext)|example\.(?:com|org|net|edu|de|at|ch|fr|cn|tw|jp|co\.uk|com\.cn|com\.tw)|(?:somewhere|bar|foo|baz)\.com|sentry(?:-next)?\.(?:io|wixpress\.com)|wixpress\.com|sentry-cdn\.com|localhost)$/;
const PLACEHOLDER_BOX =
  /^(?:your|my|deine?|ihre?|votre)[._-]?(?:e?-?mail|name|adresse|address)?@|^(?:name|user|username|someone|you|me|xxx+|abc|test|max\.mustermann|john\.?doe|jane\.?doe|email|e-mail|benutzer)@(?:example|domain|email|mail|company|site|yourdomain|firma|beispiel)\b/;
const KEY_LIKE = /^[0-9a-f]{20,64}@|^[0-9a-f]{8}-[0-9a-f]{4}-/;
const LONGEST_BOX = 48;

/**
 * Whether what looks like an address is none that anybody reads: a picture's name, a key of an error collector, the example
 * in a form, a mailbox that is never read.
 * @param address in normal form.
 */
export function isJunkEmail(address: string): boolean {
  const box = address.slice(0, address.lastIndexOf('@'));
  return (
    FILE_END.test(address) ||
    PLACEHOLDER_DOMAIN.test(address) ||
    PLACEHOLDER_BOX.test(address) ||
    KEY_LIKE.test(address) ||
    box.length > LONGEST_BOX ||
    /^\d{1,2}x?$/.test(address.slice(box.length + 1).split('.')[0] ?? '') ||
    /^(?:no[._-]?reply|do[._-]?not[._-]?reply)|^(?:mailer-daemon|bounce|unsubscribe|nobody)s?$/.test(box) ||
    /^(\w|e?-?mail|name|user(?:name)?|domain|company|test|website|example)@\1\.|\*{2}/.test(address) ||
    /\.\.|^\.|\.$/.test(box)
  );
}
