runbookcSearch.index({"format":2,"version":"fe8bc8cb2b38fc65","pages":3,"blocks":[0],"terms":["about"],"tails":["0-sredro"]})
