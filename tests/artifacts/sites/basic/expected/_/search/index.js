runbookcSearch.index({"format":2,"version":"f8ddb970d9230254","pages":3,"blocks":[0],"terms":["about"],"tails":["0-sredro"]})
