/** Whether text is being typed that is not on the disk yet: nothing reloads the page under it. */
const typingPlaces = new Set<object>();

export const markTyping = (place: object, isTyping: boolean): void => {
  if (isTyping) typingPlaces.add(place);
  else typingPlaces.delete(place);
};

export const isTyping = (): boolean => typingPlaces.size > 0;
