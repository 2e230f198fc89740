const ascii: string = Array.from({ length: 94 }, (_, i) => String.fromCodePoint(0x21 + i)).join("");
const letters = "ÆæØøÐðÞþßŁłŒœıȷ";
const accents = "`´ˆ˜¯˘˙¨˚˝ˇ¸˛";
const capitals = "ΓΔΘΛΞΠΣΥΦΨΩ";
const signs = "–—‘’“”…•†‡−×÷±·°§©«»¿¡¬µ";

/** The characters of words and numbers that are drawn, spaces left out; letters with accents are put together from their parts. */
export const textCharacters: string = ascii + letters + accents + capitals + signs;

/** Letters with accents, U+00C0 to U+017F. */
const accented: string = Array.from({ length: 192 }, (_, i) => String.fromCodePoint(0xc0 + i)).join("");

/** The characters that can be selected in a PDF, as far as the text face has them. */
export const selectableCharacters: string = `${textCharacters}${accented} αβγδεζηθικλμνξοπρςστυφχψω√→←↑↓‖⋆`;
