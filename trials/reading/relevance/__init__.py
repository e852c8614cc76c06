"""Is it ALS, and what does the study do with cells?"""
