// Makes projected.json: what d3-geo answers, for tests of our own projections.
//   npm install d3-geo@3.1.2 && node projected.mjs
import { writeFileSync } from "node:fs";
import { geoAlbersUsa, geoAzimuthalEqualArea, geoEqualEarth } from "d3-geo";

const points = [];
for (let lat = -80; lat <= 80; lat += 20) for (let lon = -179; lon <= 179; lon += 51) points.push([lon, lat]);
const american = [
  [-71.06, 42.36], [-118.24, 34.05], [-80.19, 25.76], [-122.33, 47.61], [-95.37, 29.76],
  [-98.58, 39.83], [-149.9, 61.22], [-134.42, 58.3], [-176.6, 51.9], [-157.86, 21.31], [-155.1, 19.7],
];
const rounded = (projected) => projected && projected.map((value) => Number(value.toFixed(6)));
const all = (projection, among) => among.map((point) => [point, rounded(projection(point))]);
const azimuthal = (lon, lat) =>
  geoAzimuthalEqualArea().rotate([-lon, -lat]).scale(1).translate([0, 0]);
const made = {
  equal_earth: all(geoEqualEarth().scale(1).translate([0, 0]), points),
  albers_usa: all(geoAlbersUsa().scale(1000).translate([0, 0]), american),
  azimuthal: [[15, 52], [-65, -15], [140, -25], [0, 0]].map((centre) => ({
    centre,
    points: all(azimuthal(...centre), points),
  })),
};
writeFileSync(new URL("./projected.json", import.meta.url), JSON.stringify(made) + "\n");
