/**
 * The part of @xmldom/xmldom that is used. Its own types would make the browser's global names known to the whole project,
 * which is compiled without them.
 */
declare module '@xmldom/xmldom/lib/index.js' {
  export interface XmlNode {
    readonly parentNode: XmlElement | null;
  }
  export interface XmlElement extends XmlNode {
    readonly childNodes: ArrayLike<XmlNode>;
    readonly firstChild: XmlNode | null;
    /** With its prefix. */
    readonly nodeName: string;
    readonly nextSibling: XmlNode | null;
    /** Empty where there is none. */
    getAttribute(name: string): string;
    setAttribute(name: string, value: string): void;
    /** In the order of the document. */
    getElementsByTagName(name: string): ArrayLike<XmlElement>;
    appendChild(child: XmlNode): void;
    insertBefore(child: XmlNode, before: XmlNode | null): void;
    removeChild(child: XmlNode): void;
  }
  export interface XmlDocument {
    getElementsByTagName(name: string): ArrayLike<XmlElement>;
    createElement(name: string): XmlElement;
    createTextNode(text: string): XmlNode;
  }
  export class DOMParser {
    constructor(options: { errorHandler: (level: string, message: string) => void });
    parseFromString(xml: string, type: 'text/xml'): XmlDocument;
  }
  export class XMLSerializer {
    serializeToString(document: XmlDocument): string;
  }
}
