print("amparo")
