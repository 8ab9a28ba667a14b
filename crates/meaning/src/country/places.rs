//! Places of the world that are no counterparts of the records, and stand in other people's tables.

use super::matcher::Country;

/// China and the territories of ISO 3166-1 that `data/countries.json` does not have: alpha-3, alpha-2,
/// English and Chinese name, in the order of the codes. Names are those of Unicode CLDR 48
/// (`cldr-localenames-full`, `en` and `zh`), the short ones where it has such.
const PLACES: &[(&str, &str, &str, &str)] = &[
    ("ABW", "AW", "Aruba", "阿鲁巴"),
    ("AIA", "AI", "Anguilla", "安圭拉"),
    ("ALA", "AX", "Åland Islands", "奥兰群岛"),
    ("ASM", "AS", "American Samoa", "美属萨摩亚"),
    ("ATA", "AQ", "Antarctica", "南极洲"),
    ("ATF", "TF", "French Southern Territories", "法属南部领地"),
    ("BES", "BQ", "Caribbean Netherlands", "荷属加勒比区"),
    ("BLM", "BL", "St. Barthélemy", "圣巴泰勒米"),
    ("BMU", "BM", "Bermuda", "百慕大"),
    ("BVT", "BV", "Bouvet Island", "布韦岛"),
    ("CCK", "CC", "Cocos (Keeling) Islands", "科科斯（基林）群岛"),
    ("CHN", "CN", "China", "中国"),
    ("CUW", "CW", "Curaçao", "库拉索"),
    ("CXR", "CX", "Christmas Island", "圣诞岛"),
    ("CYM", "KY", "Cayman Islands", "开曼群岛"),
    ("FLK", "FK", "Falkland Islands", "福克兰群岛"),
    ("FRO", "FO", "Faroe Islands", "法罗群岛"),
    ("GGY", "GG", "Guernsey", "根西岛"),
    ("GIB", "GI", "Gibraltar", "直布罗陀"),
    ("GLP", "GP", "Guadeloupe", "瓜德罗普"),
    ("GRL", "GL", "Greenland", "格陵兰"),
    ("GUF", "GF", "French Guiana", "法属圭亚那"),
    ("GUM", "GU", "Guam", "关岛"),
    ("HKG", "HK", "Hong Kong", "香港"),
    ("HMD", "HM", "Heard & McDonald Islands", "赫德岛和麦克唐纳群岛"),
    ("IMN", "IM", "Isle of Man", "马恩岛"),
    ("IOT", "IO", "British Indian Ocean Territory", "英属印度洋领地"),
    ("JEY", "JE", "Jersey", "泽西岛"),
    ("MAC", "MO", "Macao", "澳门"),
    ("MAF", "MF", "St. Martin", "法属圣马丁"),
    ("MNP", "MP", "Northern Mariana Islands", "北马里亚纳群岛"),
    ("MSR", "MS", "Montserrat", "蒙特塞拉特"),
    ("MTQ", "MQ", "Martinique", "马提尼克"),
    ("MYT", "YT", "Mayotte", "马约特"),
    ("NCL", "NC", "New Caledonia", "新喀里多尼亚"),
    ("NFK", "NF", "Norfolk Island", "诺福克岛"),
    ("PCN", "PN", "Pitcairn Islands", "皮特凯恩群岛"),
    ("PRI", "PR", "Puerto Rico", "波多黎各"),
    ("PYF", "PF", "French Polynesia", "法属波利尼西亚"),
    ("REU", "RE", "Réunion", "留尼汪"),
    ("SGS", "GS", "South Georgia & South Sandwich Islands", "南乔治亚和南桑威奇群岛"),
    ("SHN", "SH", "St. Helena", "圣赫勒拿"),
    ("SJM", "SJ", "Svalbard & Jan Mayen", "斯瓦尔巴和扬马延"),
    ("SPM", "PM", "St. Pierre & Miquelon", "圣皮埃尔和密克隆群岛"),
    ("SXM", "SX", "Sint Maarten", "荷属圣马丁"),
    ("TCA", "TC", "Turks & Caicos Islands", "特克斯和凯科斯群岛"),
    ("TKL", "TK", "Tokelau", "托克劳"),
    ("TWN", "TW", "Taiwan", "台湾"),
    ("UMI", "UM", "U.S. Outlying Islands", "美国本土外小岛屿"),
    ("VGB", "VG", "British Virgin Islands", "英属维尔京群岛"),
    ("VIR", "VI", "U.S. Virgin Islands", "美属维尔京群岛"),
    ("WLF", "WF", "Wallis & Futuna", "瓦利斯和富图纳"),
];

/// These places, without those that are in the list.
pub(super) fn beside(list: &[Country]) -> impl Iterator<Item = Country> {
    PLACES.iter().filter(|(iso3, ..)| list.iter().all(|known| known.iso3 != *iso3)).map(
        |(iso3, iso2, name_en, name_zh)| Country {
            iso3: (*iso3).to_owned(),
            iso2: (*iso2).to_owned(),
            name_en: (*name_en).to_owned(),
            name_zh: (*name_zh).to_owned(),
        },
    )
}
