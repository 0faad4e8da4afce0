/** The list of results on the home screen, as the search box knows it. */
export const resultsId = 'results';
