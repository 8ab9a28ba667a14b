//! Which area of the map is which country of the dataset.

use explorer_explore::Explorer;
use explorer_explore::coding::ORGANIZATIONS;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_geometry::World;
use explorer_geometry::ring::Bounds;

/// The world, and its areas as countries of the dataset.
#[derive(Debug, Clone)]
pub struct Places {
    /// The world.
    pub world: World,
    /// The code of each area in the facet of countries; `None` for other land.
    codes: Vec<Option<Code>>,
    /// The area of each country, by its code.
    areas: Vec<Option<usize>>,
}

impl Places {
    /// Finds the countries of the dataset on the map.
    pub fn new(explorer: &Explorer, world: World) -> Self {
        let countries = explorer.table().dictionary(Facet::Country);
        let codes: Vec<_> = world.areas.iter().map(|area| countries.code(&area.id)).collect();
        let mut areas = vec![None; countries.entries().len()];
        for (area, code) in codes.iter().enumerate() {
            if let Some(place) = code.and_then(|code| areas.get_mut(usize::from(code))) {
                *place = Some(area);
            }
        }
        Self { world, codes, areas }
    }

    /// The code of an area's country.
    pub fn code(&self, area: usize) -> Option<Code> {
        self.codes.get(area).copied().flatten()
    }

    /// The area of a country.
    pub fn area(&self, code: Code) -> Option<usize> {
        self.areas.get(usize::from(code)).copied().flatten()
    }

    /// The rectangle around a region's countries, each with its largest piece of land; `None` for
    /// a region without any.
    pub fn region(&self, explorer: &Explorer, region: &str) -> Option<Bounds> {
        let countries = explorer.dataset().countries.iter();
        let inside = countries.filter(|country| country.region.as_deref() == Some(region));
        let areas = inside.filter_map(|country| self.world.index_of(&country.iso3));
        let bounds = areas.filter_map(|index| {
            let area = self.world.areas.get(index)?;
            // Land far away, such as an overseas department, would spoil the view.
            let (x, y) = area.anchor;
            Some(area.rings.first().map_or(Bounds::at((x as i32, y as i32)), |ring| ring.bounds))
        });
        bounds.reduce(Bounds::around)
    }
}

/// The regions that a map can zoom to, with their names.
pub fn regions(explorer: &Explorer) -> Vec<(&str, &str)> {
    let regions = explorer.dataset().regions.iter();
    let places = regions.filter(|region| region.id != ORGANIZATIONS);
    places.map(|region| (region.id.as_str(), region.name_en.as_str())).collect()
}
