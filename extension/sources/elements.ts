// The elements of a kind in a subtree, its root included. Uses the DOM.

export function elementsIn<E extends Element>(root: Node, selector: string): readonly E[] {
  if (root.nodeType !== Node.ELEMENT_NODE && root.nodeType !== Node.DOCUMENT_NODE) return []
  const element = root as Element
  const inside = [...element.querySelectorAll<E>(selector)]
  const isOne = root.nodeType === Node.ELEMENT_NODE && element.matches(selector)
  return isOne ? [element as E, ...inside] : inside
}
