/**
 * A made-up year of two communes, and what follows from it for every indicator that ships, counted apart from the
 * product's own rules, and beside it how. A third commune told three counts and none of what they are set beside.
 */
export const told: Readonly<Record<string, readonly [number, number]>> = {
  'n.children': [1200, 800],
  'n.children_to_8': [60, 40],
  'n.children_under_1': [150, 50],
  'n.children_under_5': [30, 20],
  'n.under_5_rural': [35, 15],
  'n.under_5_urban': [250, 150],
  'n.age_5': [12, 8],
  'n.age_3_to_36_months': [48, 32],
  'n.age_3_to_5': [60, 40],
  'n.persons_5_to_17': [150, 50],
  'n.age_7_up': [30, 20],
  'n.age_11_up': [35, 15],
  'n.communes': [250, 150],
  'n.villages': [12, 8],
  'n.pupils_primary': [48, 32],
  'n.pupils_lower_secondary': [60, 40],
  'n.schools': [150, 50],
  'n.education_sites': [30, 20],
  'n.disabled_in_need': [35, 15],
  'n.live_births': [250, 150],
  'n.births_boys': [3, 4],
  'n.births_girls': [12, 8],
  'n.communes_friendly': [5, 2],
  'n.to_8_reached': [7, 9],
  'n.deaths_neonatal': [11, 6],
  'n.deaths_under_1': [8, 1],
  'n.deaths_under_5': [2, 13],
  'n.under_5_underweight': [10, 5],
  'n.under_5_stunted': [4, 14],
  'n.under_5_obese_rural': [3, 4],
  'n.under_5_obese_urban': [5, 2],
  'n.under_1_vaccinated': [7, 9],
  'n.under_5_vaccinated': [11, 6],
  'n.education_sites_sanitation': [8, 1],
  'n.child_labour': [2, 13],
  'n.disaster_children': [48, 32],
  'n.disaster_helped': [10, 5],
  'n.under_5_registered': [4, 14],
  'n.under_5_developing': [3, 4],
  'n.age_5_kindergarten': [5, 2],
  'n.age_3_to_36_months_nursery': [7, 9],
  'n.age_3_to_5_kindergarten': [11, 6],
  'n.dropout_primary': [8, 1],
  'n.dropout_lower_secondary': [2, 13],
  'n.schools_psychology': [10, 5],
  'n.schools_disability': [4, 14],
  'n.disabled_reached': [3, 4],
  'n.communes_play': [5, 2],
  'n.villages_culture': [7, 9],
  'n.age_7_consulted': [11, 6],
  'n.children_aware': [8, 1],
  'n.age_11_participating': [2, 13],
  'n.children_online_safe': [10, 5],
  'n.special': [60, 40],
  'n.special_supported': [4, 14],
  'n.abused': [3, 4],
  'n.abuse_cases': [5, 2],
  'n.abusers': [7, 9],
  'n.child_marriages': [6, 9],
  'n.married_children': [11, 6],
  'n.kin_marriages': [8, 1],
  'n.injured': [2, 13],
  'n.injury_deaths': [10, 5],
  'n.drowned': [4, 14],
  'n.activities': [3, 4],
  'n.people_reached': [5, 2],
  'n.crime_reports_received': [150, 50],
  'n.crime_reports_accepted': [30, 20],
  'n.crime_reports_resolved': [7, 9],
  'n.cases_with_signs': [35, 15],
  'n.cases_prosecuted': [250, 150],
  'n.cases_solved': [11, 6],
  'n.grave_cases_prosecuted': [12, 8],
  'n.grave_cases_solved': [8, 1],
  'n.crimes': [19, 28],
  'n.indictments': [48, 32],
  'n.indictments_in_time': [2, 13],
  'n.accused_indicted': [60, 40],
  'n.accused_right_offence': [10, 5],
  'n.court_cases': [150, 50],
  'n.court_cases_tried': [4, 14],
};

/** The year before. */
export const toldBefore: Readonly<Record<string, readonly [number, number]>> = {
  'n.crimes': [20, 30],
  'n.child_marriages': [8, 12],
};

export const toldByThird: Readonly<Record<string, number>> = {
  'n.children_under_5': 500,
  'n.deaths_under_5': 9,
  'n.crimes': 50,
};

/** To four places. */
export const counted: Readonly<Record<string, number>> = {
  'n.children': 2000,
  'n.children_to_8': 100,
  'n.children_under_1': 200,
  'n.children_under_5': 550,
  'n.under_5_rural': 50,
  'n.under_5_urban': 400,
  'n.age_5': 20,
  'n.age_3_to_36_months': 80,
  'n.age_3_to_5': 100,
  'n.persons_5_to_17': 200,
  'n.age_7_up': 50,
  'n.age_11_up': 50,
  'n.communes': 400,
  'n.villages': 20,
  'n.pupils_primary': 80,
  'n.pupils_lower_secondary': 100,
  'n.schools': 200,
  'n.education_sites': 50,
  'n.disabled_in_need': 50,
  'n.live_births': 400,
  'n.births_boys': 7,
  'n.births_girls': 20,
  'n.communes_friendly': 7,
  'n.to_8_reached': 16,
  'n.deaths_neonatal': 17,
  'n.deaths_under_1': 9,
  'n.deaths_under_5': 24,
  'n.under_5_underweight': 15,
  'n.under_5_stunted': 18,
  'n.under_5_obese_rural': 7,
  'n.under_5_obese_urban': 7,
  'n.under_1_vaccinated': 16,
  'n.under_5_vaccinated': 17,
  'n.education_sites_sanitation': 9,
  'n.child_labour': 15,
  'n.disaster_children': 80,
  'n.disaster_helped': 15,
  'n.under_5_registered': 18,
  'n.under_5_developing': 7,
  'n.age_5_kindergarten': 7,
  'n.age_3_to_36_months_nursery': 16,
  'n.age_3_to_5_kindergarten': 17,
  'n.dropout_primary': 9,
  'n.dropout_lower_secondary': 15,
  'n.schools_psychology': 15,
  'n.schools_disability': 18,
  'n.disabled_reached': 7,
  'n.communes_play': 7,
  'n.villages_culture': 16,
  'n.age_7_consulted': 17,
  'n.children_aware': 9,
  'n.age_11_participating': 15,
  'n.children_online_safe': 15,
  'n.special': 100,
  'n.special_supported': 18,
  'n.abused': 7,
  'n.abuse_cases': 7,
  'n.abusers': 16,
  'n.child_marriages': 15,
  'n.married_children': 17,
  'n.kin_marriages': 9,
  'n.injured': 15,
  'n.injury_deaths': 15,
  'n.drowned': 18,
  'n.activities': 7,
  'n.people_reached': 7,
  'n.crime_reports_received': 200,
  'n.crime_reports_accepted': 50,
  'n.crime_reports_resolved': 16,
  'n.cases_with_signs': 50,
  'n.cases_prosecuted': 400,
  'n.cases_solved': 17,
  'n.grave_cases_prosecuted': 20,
  'n.grave_cases_solved': 9,
  'n.crimes': 97,
  'n.indictments': 80,
  'n.indictments_in_time': 15,
  'n.accused_indicted': 100,
  'n.accused_right_offence': 15,
  'n.court_cases': 200,
  'n.court_cases_tried': 18,
  'justice.reports_accepted': 25, // 50 of 200, times 100
  'justice.reports_resolved': 32, // 16 of 50, times 100
  'justice.prosecuted': 800, // 400 of 50, times 100
  'justice.solved': 4.25, // 17 of 400, times 100
  'justice.grave_solved': 45, // 9 of 20, times 100
  'justice.crimes_change': -6, // 47 after 50
  'justice.indicted_in_time': 18.75, // 15 of 80, times 100
  'justice.right_offence': 15, // 15 of 100, times 100
  'justice.tried': 9, // 18 of 200, times 100
  'qd23.1': 1.75, // 7 of 400, times 100
  'qd23.2': 16, // 16 of 100, times 100
  'qd23.3a': 42.5, // 17 of 400, times 1000
  'qd23.3b': 22.5, // 9 of 400, times 1000
  'qd23.3c': 37.5, // 15 of 400, times 1000
  'qd23.4a': 30, // 15 of 50, times 100
  'qd23.4b': 36, // 18 of 50, times 100
  'qd23.4c': 14, // 7 of 50, times 100
  'qd23.4d': 1.75, // 7 of 400, times 100
  'qd23.5a': 8, // 16 of 200, times 100
  'qd23.5b': 34, // 17 of 50, times 100
  'qd23.7': 18, // 9 of 50, times 100
  'qd23.8a': 5, // 100 of 2000, times 100
  'qd23.8b': 18, // 18 of 100, times 100
  'qd23.9': 0.35, // 7 of 2000, times 100
  'qd23.10': 7.5, // 15 of 200, times 100
  'qd23.11a': 750, // 15 of 2000, times 100000
  'qd23.11b': 750, // 15 of 2000, times 100000
  'qd23.12': 18.75, // 15 of 80, times 100
  'qd23.13': -25, // 15 after 20
  'qd23.14': 36, // 18 of 50, times 100
  'qd23.15': 14, // 7 of 50, times 100
  'qd23.16': 35, // 7 of 20, times 100
  'qd23.17b': 11.25, // 9 of 80, times 100
  'qd23.18b': 15, // 15 of 100, times 100
  'qd23.19': 7.5, // 15 of 200, times 100
  'qd23.20a': 9, // 18 of 200, times 100
  'qd23.20b': 14, // 7 of 50, times 100
  'qd23.21': 1.75, // 7 of 400, times 100
  'qd23.22': 34, // 17 of 50, times 100
  'qd23.23': 0.45, // 9 of 2000, times 100
  'qd23.24': 30, // 15 of 50, times 100
  'tt13.sex_ratio_at_birth': 35, // 7 of 20, times 100
  'tt13.under_5_mortality': 37.5, // 15 of 400, times 1000
  'tt13.special': 5, // 100 of 2000, times 100
  'tt13.special_supported': 18, // 18 of 100, times 100
  'tt13.nursery': 20, // 16 of 80, times 100
  'tt13.kindergarten': 17, // 17 of 100, times 100
  'tt13.villages_culture': 80, // 16 of 20, times 100
  'tt13.communes_play': 1.75, // 7 of 400, times 100
  'tt13.age_7_consulted': 34, // 17 of 50, times 100
  'tt13.0605': 0.75, // 15 of 2000, times 100
};
