// What reading .docx takes, by itself: a file of its own that is loaded when it is first needed.
export { DOMParser, XMLSerializer } from '@xmldom/xmldom/lib/index.js';
export { zipSync } from 'fflate';
export { convertToHtml, images } from 'mammoth';
