runbookcSearch.index({"format":1,"pages":3,"blocks":[0],"terms":["about"],"tails":["0-sredro"]})
