TEXT = "hello from a layer"
