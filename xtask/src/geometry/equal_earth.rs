//! The Equal Earth projection: areas keep their proportions (Šavrič, Patterson and Jenny 2018,
//! doi:10.1080/13658816.2018.1504949).

/// The coefficients of the polynomial, as published.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// Half the square root of 3.
const M: f64 = 0.866_025_403_784_438_6;

/// Where a longitude and latitude in degrees lie on a globe of radius 1, y upward.
pub fn project(lon: f64, lat: f64, central: f64) -> (f64, f64) {
    let theta = (M * lat.to_radians().sin()).asin();
    let square = theta * theta;
    let sixth = square * square * square;
    let y = theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square));
    let slope = A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square);
    ((lon - central).to_radians() * theta.cos() / (M * slope), y)
}

#[cfg(test)]
mod tests {
    use super::project;

    #[test]
    fn the_globe_has_the_published_proportions() {
        let (right, _) = project(191.0, 0.0, 11.0);
        let (_, top) = project(11.0, 90.0, 11.0);
        assert!((right / top - 2.054_58).abs() < 1e-4, "{right} {top}");
        assert_eq!(project(11.0, 0.0, 11.0), (0.0, 0.0));
    }

    #[test]
    fn areas_keep_their_proportions() {
        let patch = |lat: f64| {
            let (_, bottom) = project(20.0, lat - 0.05, 0.0);
            let (right, _) = project(20.1, lat, 0.0);
            let (_, top) = project(20.0, lat + 0.05, 0.0);
            let (middle, _) = project(20.0, lat, 0.0);
            (right - middle) * (top - bottom) / lat.to_radians().cos()
        };
        for lat in [-70.0, -20.0, 35.0, 60.0, 80.0] {
            assert!((patch(lat) / patch(0.0) - 1.0).abs() < 1e-3, "{lat}");
        }
    }
}
