/** Reasons for deleting a call record that are offered for a click; anything else may be written. */
export const deletionSuggestions = ["test_call", "wrong_number", "duplicate", "customer_asked"] as const;

export const deletionReasonMax = 500;
