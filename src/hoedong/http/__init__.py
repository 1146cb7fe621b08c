"""One record in the browser and over HTTP: pages, an API, and what keeps both safe."""
