runbookcSearch.index({"format":3,"version":"764a2d3aed62e706","pages":3,"blocks":[0],"terms":["about"],"tails":["0-sredro"]})
