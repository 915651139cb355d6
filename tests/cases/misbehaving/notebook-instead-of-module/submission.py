{
 "cells": [
  {
   "cell_type": "code",
   "execution_count": null,
   "metadata": {},
   "outputs": [],
   "source": [
    "import numpy as np\n",
    "class LinearRegression:\n",
    "    pass"
   ]
  }
 ],
 "metadata": {"language_info": {"name": "python", "version": "3.11.7"}},
 "nbformat": 4,
 "nbformat_minor": 5
}
