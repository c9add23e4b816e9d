runbookcSearch.index({"format":3,"version":"a3b70a0685b29909","pages":3,"blocks":[0],"terms":["about"],"tails":["0-sredro"]})
