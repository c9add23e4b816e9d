runbookcSearch.index({"format":2,"version":"a27045b77e3dc251","pages":3,"blocks":[0],"terms":["about"],"tails":["0-sredro"]})
